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
        const each = {
          kind: 'access-policy',
          strength: 'C',
          observed: file.asStated,
          state: on === undefined ? 'unknown' : on ? 'enforced' : 'off',
          verbatim: `isEnabled ${policy.text('isEnabled') ?? 'not said'}`,
          applications: 'all',
          exclusions: [],
          scope: 'directory',
        } as const;
        const factor = { ...each, requires: ['mfa'], blocksLegacyAuthentication: false } as const;
        const legacy = { ...each, requires: ['block'], blocksLegacyAuthentication: true } as const;
        return [
          { ...factor, name: `${name}: administrators`, users: 'admin-roles', conditions: [] },
          { ...factor, name: `${name}: everybody`, users: 'all', conditions: ['only when Microsoft sees a need'] },
          { ...legacy, name: `${name}: legacy sign-in`, users: 'all', conditions: [] },
        ];
      },
    },
  ],
});
