import { counted } from '../kernel/text.ts';
import { type AnswerScope, defineFact } from './define-fact.ts';
import { isEnabled, isHuman, registrationOf } from './kit/accounts.ts';
import { outsideRemark } from './kit/remarks.ts';
import { matched } from './kit/share.ts';
import { datedFirst, refutes, type Subjects, subjectFold, supports } from './kit/subjects.ts';
import { answerThings } from './kit/things.ts';

/** A share that should be small: silence must not make it smaller, so it is taken of those whose methods are told. */
export default defineFact({
  question: 'What share of people has no better second factor than text messages or telephone calls?',
  from: ['mfa-registration'],
  measures: 'share',
  means:
    'Of the people on the list whose methods the exports tell; without a list, of the accounts that they name. Those without any second factor are counted elsewhere.',
  start: (scope) =>
    subjectFold<'mfa-registration'>(
      {
        subject: (record) => (isHuman(record.userType) && isEnabled(record) ? registrationOf(record) : undefined),
        judge: (record) => {
          if (record.weakOnly === undefined || record.registered === false) return undefined;
          const methods = record.methods?.length ? record.methods.join(', ') : 'text message or telephone';
          // What the share counts supports it, although it is nothing good.
          if (record.weakOnly) return supports(`${record.user}: only ${methods}`);
          return refutes(`${record.user}: has a better method`);
        },
      },
      'person',
      scope,
    ),
  answer: (accounts, scope) => {
    const { people, outside } = whoAreListed(accounts, scope);
    const fact = answerThings({ from: ['mfa-registration'], unit: 'person', incomplete }, people, scope);
    if (fact.status === 'unknown' || fact.measure.kind !== 'share') return fact;
    // The exceptions are those who are counted, and the others are none.
    const { exceptions, exceptionCount, basis, basisCount, measure } = fact;
    const weak = { exceptions: basis, exceptionCount: basisCount };
    const none = { exceptions: [], exceptionCount: 0, basis: exceptions, basisCount: exceptionCount };
    const remarks = [...fact.remarks, ...outsideRemark(outside, scope.people, 'account')];
    return { ...fact, remarks, ...(measure.n > 0 ? weak : none) };

    function incomplete(): string | undefined {
      if (!scope.people.known) return `No authoritative list of people (${scope.people.basis}).`;
      const silent = scope.people.members.length - new Set(people.entries.map(({ key }) => key)).size;
      return silent > 0
        ? `The methods of ${counted(silent, 'person', 'people')} listed in ${scope.people.basis} are not told.`
        : undefined;
    }
  },
});

/** Accounts of one person are one, and those of whoever has left, of machines and of administration are nobody. */
function whoAreListed(accounts: Subjects, { people: list }: AnswerScope) {
  if (!list.known) return { people: accounts, outside: 0 };
  const all = accounts.all.flatMap((entry) => {
    const member = list.find(entry.name, ...entry.more);
    return member === undefined ? [] : [{ ...entry, key: member.key, name: member.name }];
  });
  const { outside } = matched(accounts.all, list);
  return { people: { ...accounts, all, ...datedFirst(accounts, all) }, outside };
}
