import { counted as countedWords } from '../../kernel/text.ts';
import type { Member } from '../../model/population.ts';
import { type AnswerScope, defineFact, type FactDefinition, type Scope } from '../define-fact.ts';
import type { Decision, Side } from './ballot.ts';
import type { DocumentRecord } from './document.ts';
import { known, unknown } from './known.ts';
import { populationOf } from './population.ts';
import { leftOut } from './remarks.ts';
import type { Row } from './row.ts';
import { matched, sum, whyUndecided } from './share.ts';
import { bySubject, decideSubject, type Judgement, type Subjects, subjectFold, supports } from './subjects.ts';

export interface ShareOfVendors {
  readonly question: string;
  readonly means: string;
  readonly unit: string;
  readonly silent: string;
  /** Which entries of the vendor register belong in the denominator. */
  readonly isListed: (entry: DocumentRecord) => boolean;
  /** Which documents are about the question. */
  readonly speaks: (document: DocumentRecord) => boolean;
  /** A document of the kind shows by itself that its vendor belongs in the denominator. */
  readonly alsoListedBySpeaking?: boolean;
  readonly judge: (document: DocumentRecord, vendor: string, scope: Scope) => Judgement | undefined;
  /** What a document must say for the question to be answered by anybody; where none does, it is not measured. */
  readonly tells?: { readonly by: (document: DocumentRecord) => boolean; readonly otherwise: string };
}

export interface EveryVendor extends Pick<ShareOfVendors, 'question' | 'means' | 'speaks' | 'judge'> {
  /** What is said of a vendor of whom no document speaks. */
  readonly silent: string;
}

/** A share of the vendors that the register lists; without a register, of those whom documents name. */
export function shareOfVendors(ask: ShareOfVendors): FactDefinition {
  return defineFact({
    question: ask.question,
    from: ['document'],
    measures: 'share',
    means: ask.means,
    start: (scope) => startVendors(ask, scope),
    answer: ({ listed, spoken, hasRegister, isTold }, scope) => {
      const rules = { rule: 'newest', across: 'any', zone: scope.zone } as const;
      if (ask.tells && !isTold && listed.entries.length + spoken.entries.length > 0) {
        return unknown('not-measured-by-source', { wouldNeed: ['document'], remarks: [ask.tells.otherwise] });
      }
      const bySpeaking = ask.alsoListedBySpeaking || !hasRegister ? spoken.entries : [];
      const naming = { ...listed, entries: [...listed.entries, ...bySpeaking] };
      const vendors = vendorsOf(naming, scope);
      const whole = `the vendor register${ask.alsoListedBySpeaking ? ' and by what was signed with them' : ''}`;
      const { found } = matched(spoken.entries, vendors);
      const counted = vendors.members.map((member) => ({
        name: member.name,
        member,
        decision: decideSubject(found.get(member.key) ?? [], rules),
      }));
      return sum(counted, {
        subjects: spoken,
        scope,
        unit: ask.unit,
        wouldNeed: ['document'],
        silent: ask.silent,
        populationKnown: hasRegister,
        whenEmpty: hasRegister && counted.length === 0 ? 'population-empty' : undefined,
        remarks: hasRegister
          ? [`Denominator: ${countedWords(counted.length, 'vendor')} by ${whole}.`]
          : ['No vendor register was read: only vendors whom documents name are counted.'],
      });
    },
  });
}

/** Whether it is so of every vendor that matters: the critical ones, where the register marks any, and everybody of whom a document speaks. */
export function everyVendor(ask: EveryVendor): FactDefinition {
  return defineFact({
    question: ask.question,
    from: ['document'],
    measures: 'holds',
    means: ask.means,
    start: (scope) => {
      const all = startVendors({ ...ask, isListed: () => true }, scope);
      const critical = startVendors({ ...ask, isListed: isCritical }, scope);
      return {
        add(document: DocumentRecord) {
          all.add(document);
          critical.add(document);
        },
        result: () => ({ ...all.result(), critical: critical.result().listed }),
      };
    },
    answer: ({ listed, critical, spoken, hasRegister }, scope) => {
      const rules = { rule: 'newest', across: 'any', zone: scope.zone } as const;
      const remarks = leftOut(spoken);
      if (spoken.entries.length === 0) {
        const because = whyUndecided(0, spoken);
        return unknown(because, { wouldNeed: ['document'], remarks, basis: spoken.unusable });
      }
      const needed = critical.entries.length > 0 ? critical : listed;
      const judged = [...bySubject(spoken.entries)].flatMap(([key, entries]): [string, Decision][] => {
        const decision = decideSubject(entries, rules);
        // A paper that was withdrawn is none, and no weakness either.
        return decision && decision.row.eligible !== false ? [[key, decision]] : [];
      });
      const decided = new Map(judged);
      const without = [...bySubject(needed.entries)].flatMap(([key, entries]): Row[] => {
        const row = decided.has(key) ? undefined : decideSubject(entries, rules)?.row;
        return row ? [{ ...row, text: `${row.text}: ${ask.silent}` }] : [];
      });
      const rows = (...sides: readonly Side[]) =>
        judged.flatMap(([, one]) => (sides.includes(one.side) ? [one.row] : []));
      const against = [...rows('refutes', 'undecided'), ...without];
      if (against.length + judged.length === 0) return unknown('no-evidence', { wouldNeed: ['document'], remarks });
      const holds = against.length === 0;
      return known(
        { kind: 'holds', holds },
        {
          clock: scope,
          deciding: holds ? rows('supports') : against,
          exceptions: against,
          populationKnown: hasRegister,
          remarks: [
            ...(hasRegister ? [] : ['No vendor register was read: only vendors whom documents name are judged.']),
            ...remarks,
          ],
        },
      );
    },
  });
}

function isCritical({ setting }: DocumentRecord): boolean {
  return /\bcritical\b/i.test(setting ?? '') && !/\b(not|non)[ -]critical\b/i.test(setting ?? '');
}

function startVendors(ask: Pick<ShareOfVendors, 'isListed' | 'speaks' | 'judge' | 'tells'>, scope: Scope) {
  const listed = subjectFold<'document'>(
    {
      subject: (entry) =>
        ask.isListed(entry) ? { name: vendorOf(entry), more: [entry.counterpart ?? entry.title] } : undefined,
      judge: (entry) => supports(entry.counterpart ?? entry.title),
    },
    'thing',
    scope,
  );
  const spoken = subjectFold<'document'>(
    {
      // Each paper is judged for itself: one that ran out does not undo the one that came after it.
      subject: (document) => ({
        name: vendorOf(document),
        more: [document.counterpart ?? document.title],
        per: `${document.title} ${document.version ?? ''} ${document.approved?.raw ?? ''} ${document.expires?.raw ?? ''}`,
      }),
      judge: (document) => ask.judge(document, document.counterpart ?? document.title, scope),
    },
    'thing',
    scope,
  );
  let hasRegister = false;
  let isTold = false;
  return {
    add(document: DocumentRecord) {
      if (ask.tells?.by(document)) isTold = true;
      if (ask.speaks(document)) spoken.add(document);
      else if (
        document.documentType === 'register-entry' &&
        document.topic === 'vendor-register' &&
        document.status !== 'retired'
      ) {
        hasRegister = true;
        listed.add(document);
      }
    },
    result: () => ({ listed: listed.result(), spoken: spoken.result(), hasRegister, isTold }),
  };
}

function vendorsOf(naming: Subjects, scope: AnswerScope) {
  const rules = { rule: 'newest', across: 'any', zone: scope.zone } as const;
  const members = [...bySubject(naming.entries)].flatMap(([key, entries]): Member[] => {
    const decision = decideSubject(entries, rules);
    const name = entries.flatMap(({ more }) => more).sort()[0] ?? key;
    return decision ? [{ key, name, aliases: [], place: decision.row.place }] : [];
  });
  return populationOf(members, { known: true, basis: 'the vendor register', keys: (name) => [vendorKey(name)] });
}

function vendorOf(document: DocumentRecord): string {
  return vendorKey(document.counterpart ?? document.title);
}

/** `Acme, Inc.` and `ACME Inc` are one vendor. */
export function vendorKey(name: string): string {
  const words = name
    .toLowerCase()
    .replace(/[.,'’"()]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return words.replace(/ (inc|llc|ltd|limited|gmbh|ag|corp|corporation|co|company|pc|plc|llp|sarl|bv|nv|pty)$/, '');
}
