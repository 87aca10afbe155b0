import { hasFactor, isEnabled, isHuman, registrationOf } from './kit/accounts.ts';
import { EVERYBODY } from './kit/among.ts';
import { shareOfPeople } from './kit/share.ts';
import { refutes, supports, undecided } from './kit/subjects.ts';

export default shareOfPeople({
  question: 'What share of people can use a second factor?',
  means: 'Registered means that somebody can use a second factor. It never shows that sign-in demands one.',
  from: ['mfa-registration'],
  among: EVERYBODY,
  subject: registrationOf,
  judge: (record) => {
    const more = { eligible: isHuman(record.userType) && isEnabled(record) };
    const factor = hasFactor(record);
    if (factor === undefined) return undecided(`${record.user}: the export does not tell`, more);
    if (factor) return supports(`${record.user}: second factor registered`, more);
    return refutes(`${record.user}: ${record.bypass ? 'bypass allowed' : 'no second factor registered'}`, more);
  },
  silent: 'no account was seen',
});
