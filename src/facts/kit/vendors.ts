import type { Member } from '../../model/population.ts';
import { type AnswerScope, defineFact, type FactDefinition, type Scope } from '../define-fact.ts';
import type { DocumentRecord } from './document.ts';
import { populationOf } from './population.ts';
import { matched, sum } from './share.ts';
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
}

/** A share of the vendors that the register lists; without a register, of those whom documents name. */
export function shareOfVendors(ask: ShareOfVendors): FactDefinition {
  return defineFact({
    question: ask.question,
    from: ['document'],
    measures: 'share',
    means: ask.means,
    start: (scope) => startVendors(ask, scope),
    answer: ({ listed, spoken, hasRegister }, scope) => {
      const rules = { rule: 'newest', across: 'any', zone: scope.zone } as const;
      const bySpeaking = ask.alsoListedBySpeaking || !hasRegister ? spoken.entries : [];
      const naming = { ...listed, entries: [...listed.entries, ...bySpeaking] };
      const vendors = vendorsOf(naming, scope);
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
          ? [`Denominator: ${counted.length} vendors by the vendor register.`]
          : ['No vendor register was read: only vendors whom documents name are counted.'],
      });
    },
  });
}

function startVendors(ask: ShareOfVendors, scope: Scope) {
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
      subject: (document) => ({ name: vendorOf(document), more: [document.counterpart ?? document.title] }),
      judge: (document) => ask.judge(document, document.counterpart ?? document.title, scope),
    },
    'thing',
    scope,
  );
  let hasRegister = false;
  return {
    add(document: DocumentRecord) {
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
    result: () => ({ listed: listed.result(), spoken: spoken.result(), hasRegister }),
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
