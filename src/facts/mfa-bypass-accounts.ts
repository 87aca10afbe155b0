import { isEnabled } from './kit/accounts.ts';
import { countOf, counts, isClear } from './kit/count.ts';
import { undecided } from './kit/subjects.ts';

export default countOf({
  question: 'How many accounts may sign in past the second factor?',
  means: 'Accounts with a standing bypass; for them every policy that demands a second factor is void.',
  from: ['mfa-registration'],
  of: 'thing',
  unit: 'account',
  tone: 'bad',
  subject: (record) => ({ name: `${record.directory ?? ''} ${record.user}` }),
  judge: (record) => {
    if (record.bypass === undefined) return undecided(`${record.user}: the export does not tell of a bypass`);
    return record.bypass && isEnabled(record)
      ? counts(`${record.user}: bypass allowed`)
      : isClear(`${record.user}: no bypass`);
  },
});
