import { defineSource } from '../intake/contract.ts';

export default defineSource({
  product: 'Microsoft Entra ID',
  title: 'Security defaults (Graph JSON)',
  kinds: ['access-policy'],
  obtain: 'Graph Explorer: GET https://graph.microsoft.com/v1.0/policies/identitySecurityDefaultsEnforcementPolicy',
  proves: "Whether Microsoft's security defaults are on: a second factor for administrators, and no legacy sign-in.",
  cannotProve:
    'That every sign-in of an ordinary user is asked for a second factor: Microsoft asks when it sees a need.',
  reads: [
    {
      shape: 'json',
      items: ['', 'value'],
      required: ['isEnabled', 'displayName', 'id'],
      where: { id: /^0{8}-0{4}-0{4}-0{4}-0{11}5$/ },
      item: (policy, file) => {
        const on = policy.flag('isEnabled');
        const name = policy.text('displayName') ?? 'Security defaults';
        const both = {
          kind: 'access-policy',
          strength: 'C',
          observed: file.asStated,
          state: on === undefined ? 'unknown' : on ? 'enforced' : 'off',
          verbatim: `isEnabled ${policy.text('isEnabled') ?? 'not said'}`,
          requires: ['mfa'],
          applications: 'all',
          exclusions: [],
          scope: 'directory',
        } as const;
        const seen = ['only when Microsoft sees a need'];
        return [
          { ...both, name, users: 'all', conditions: seen, blocksLegacyAuthentication: on === true },
          {
            ...both,
            name: `${name} (administrators)`,
            users: 'admin-roles',
            conditions: [],
            blocksLegacyAuthentication: false,
          },
        ];
      },
    },
  ],
});
