import { hasFactor } from './kit/accounts.ts';
import { holdsIf } from './kit/holds.ts';
import { refutes, supports, undecided } from './kit/subjects.ts';

export default holdsIf({
  question: 'Does the root account of every cloud tenant have a second factor?',
  means: 'The root account can do everything and is bound by no policy.',
  from: ['mfa-registration', 'user-account'],
  of: 'person',
  needs: 'all',
  subject: (record) => (record.userType === 'root' ? { name: `${record.directory ?? ''} ${record.user}` } : undefined),
  judge: (record) => {
    const factor = record.kind === 'user-account' ? record.mfa : hasFactor(record);
    if (factor === undefined) return undecided(`${record.user}: the export does not tell`);
    return factor ? supports(`${record.user}: second factor on`) : refutes(`${record.user}: no second factor`);
  },
});
