import { counted } from '../kernel/text.ts';
import { isDated, UNDATED } from '../model/observed.ts';
import type { Member } from '../model/population.ts';
import { type AnswerScope, defineFact, type Scope } from './define-fact.ts';
import { type Account, isDirectory } from './kit/accounts.ts';
import { answerCount, counts, isClear } from './kit/count.ts';
import { noneUnlessAllSeen } from './kit/coverage.ts';
import { unknown } from './kit/known.ts';
import { hasLeft, personKeys, populationOf } from './kit/population.ts';
import { settle } from './kit/settle.ts';
import {
  bySubject,
  decideSubject,
  type Judgement,
  refutes,
  type Subjects,
  subjectFold,
  supports,
  undecided,
} from './kit/subjects.ts';
import { dayText } from './kit/time.ts';

export default defineFact({
  question: 'How many people who left still have an enabled account?',
  from: ['user-account'],
  measures: 'count',
  means:
    'People to whom the list of people gives a leaving date, against the accounts that are enabled in any directory. A list that only holds those who are there cannot answer.',
  start: (scope) => startLeavers(scope),
  answer: ({ staff, accounts, tellsLeaving }, scope) => {
    const wouldNeed = ['user-account'] as const;
    if (staff.entries.length === 0) {
      return unknown('population-unknown', { wouldNeed, remarks: ['No list of people was read.'] });
    }
    if (!tellsLeaving) {
      return unknown('not-measured-by-source', { wouldNeed, remarks: ['The list of people tells no leaving dates.'] });
    }
    const gone = leavers(staff, scope);
    const settled = settle(accounts, gone, {
      listed: 'as-judged',
      absent: { side: 'supports', text: '' },
      zone: scope.zone,
    });
    const left = counted(gone.members.length, 'person', 'people');
    const remarks = () => [`${left} left by the as-of date, as ${gone.basis} tells.`];
    const shape = { from: wouldNeed, unit: 'account', tone: 'bad', zeroNeedsAll: true, remarks } as const;
    return noneUnlessAllSeen(answerCount(shape, settled, scope), accounts, scope);
  },
});

function startLeavers(scope: Scope) {
  let tellsLeaving = false;
  const staff = subjectFold<'user-account'>(
    {
      subject: (person) => ({ name: person.email ?? person.user, more: [person.user, person.displayName] }),
      judge: (person) =>
        isGone(person, scope) ? refutes(`left ${dayText(person.left, scope)}`) : supports('works here'),
    },
    'person',
    scope,
  );
  const accounts = subjectFold<'user-account'>(
    {
      subject: (account) => ({
        name: `${account.directory} ${account.user}`,
        more: [account.user, account.email, account.displayName],
      }),
      judge: judgeAccount,
    },
    'thing',
    scope,
  );
  return {
    add(account: Account) {
      if (isDirectory(account)) return accounts.add(account);
      if (account.enabled === false || isDated(account.left ?? UNDATED)) tellsLeaving = true;
      staff.add(account);
    },
    result: () => ({ staff: staff.result(), accounts: accounts.result(), tellsLeaving }),
  };
}

/** Who is marked as gone has left, unless the list says on which later day he will. */
function isGone(person: Account, scope: Scope): boolean {
  return isDated(person.left ?? UNDATED) ? hasLeft(person, scope) : person.enabled === false;
}

function judgeAccount(account: Account): Judgement {
  const where = `in ${account.directory}`;
  if (account.enabled === undefined) return undecided(`${account.user}: not told whether enabled ${where}`);
  return account.enabled ? counts(`${account.user}: enabled ${where}`) : isClear(`${account.user}: disabled ${where}`);
}

/** Somebody who came back is no leaver. */
function leavers(staff: Subjects, scope: AnswerScope) {
  const members = [...bySubject(staff.entries)].flatMap(([key, entries]): Member[] => {
    const decision = decideSubject(entries, { rule: 'newest', across: 'all', zone: scope.zone });
    const names = entries.flatMap((entry) => [entry.name, ...entry.more]);
    if (decision?.side !== 'refutes' || scope.people.find(names[0] ?? key, ...names)) return [];
    return [{ key, name: names[0] ?? key, aliases: names, place: decision.row.place }];
  });
  return populationOf(members, {
    known: true,
    basis: 'the list of people',
    keys: personKeys(scope.clientDomains),
    gone: scope.people.members.map(({ name, aliases }) => [name, ...aliases]),
  });
}
