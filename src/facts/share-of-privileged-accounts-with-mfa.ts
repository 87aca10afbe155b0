import { hasFactor } from './kit/accounts.ts';
import { shareOfAdmins } from './kit/admins.ts';
import { refutes, supports } from './kit/subjects.ts';

export default shareOfAdmins({
  question: 'What share of enabled privileged accounts has a second factor?',
  means:
    'Privileged accounts as the directories list them, with a registered second factor that no bypass cancels. That sign-in demands it is another question.',
  from: ['mfa-registration', 'user-account'],
  factorOf: (record) => {
    const factor = record.kind === 'user-account' ? record.mfa : hasFactor(record);
    if (factor === undefined) return undefined;
    if (factor) return supports(`${record.user}: second factor registered`);
    const bypassed = record.kind === 'mfa-registration' && record.bypass === true;
    return refutes(`${record.user}: ${bypassed ? 'bypass allowed' : 'privileged, no second factor'}`);
  },
});
