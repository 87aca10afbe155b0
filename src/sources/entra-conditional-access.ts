import { defineSource, type Fields, type FileContext, type Yield } from '../intake/contract.ts';
import type { AccessPolicy } from '../model/records/index.ts';
import {
  demandsOf,
  exclusionsOf,
  isLegacyBlock,
  narrowedBy,
  whichApplications,
  whichUsers,
} from './kit/conditional-access.ts';
import { ifDated } from './kit/dated.ts';

const STATES = { enabled: 'enforced', enabledforreportingbutnotenforced: 'report-only', disabled: 'off' } as const;

export default defineSource({
  product: 'Microsoft Entra ID',
  title: 'Conditional access policies (Graph JSON)',
  kinds: ['access-policy'],
  obtain:
    'Graph Explorer: GET https://graph.microsoft.com/v1.0/identity/conditionalAccess/policies; or IntuneManagement > Conditional Access > Export',
  proves:
    'What sign-in demands, of whom, for which applications, and who is left out; a report-only policy demands nothing.',
  cannotProve:
    'Who the excluded ids are, that exclusions are justified, or sign-ins that do not go through this tenant.',
  reads: [
    {
      shape: 'json',
      items: ['value', ''],
      required: ['displayName', 'state', 'conditions.users', 'conditions.applications'],
      item: read,
    },
  ],
});

function read(policy: Fields, file: FileContext): Yield {
  const name = policy.text('displayName');
  const conditions = policy.child('conditions');
  if (name === undefined || conditions === undefined) return { reject: 'a policy without name or conditions' };
  const { requires, notes } = demandsOf(policy);
  const blocksLegacyAuthentication = isLegacyBlock(conditions, requires);
  const record: AccessPolicy = {
    name,
    state: policy.word('state', STATES) ?? 'unknown',
    verbatim: policy.text('state') ?? '',
    requires,
    blocksLegacyAuthentication,
    users: whichUsers(conditions),
    applications: whichApplications(conditions),
    exclusions: exclusionsOf(conditions),
    conditions: [...notes, ...narrowedBy(conditions, blocksLegacyAuthentication)],
    scope: 'directory',
  };
  const modified = ifDated(policy.time('modifiedDateTime')) ?? ifDated(policy.time('createdDateTime'));
  return { kind: 'access-policy', strength: 'C', observed: file.asStated, ...record, modified };
}
