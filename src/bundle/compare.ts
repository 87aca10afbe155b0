import { z } from 'zod';
import { VERDICTS } from '../model/assessment.ts';
import { HATS, type Hat } from '../model/transition.ts';

const Owner = z.object({
  accountable: z.string(),
  responsible: z.array(z.string()),
  evidence: z.string(),
  approves: z.string().optional(),
  afterHours: z.string().nullish(),
  escalation: z.array(z.string()).optional(),
});
type Owner = z.output<typeof Owner>;

/** As much of findings.json as two packages are compared by; what later versions add is passed over. */
export const ComparedFindings = z.object({
  schema: z.literal('proofpack.findings/1'),
  client: z.string(),
  asOf: z.string(),
  period: z.object({ from: z.string(), to: z.string() }),
  frameworks: z.array(
    z.object({
      id: z.string(),
      headline: z.object({ controls: z.number(), applicable: z.number(), supported: z.number(), assessed: z.number() }),
      controls: z.array(z.object({ id: z.string(), verdict: z.enum(VERDICTS) })),
    }),
  ),
  practices: z.array(z.object({ id: z.string(), verdict: z.enum(VERDICTS), owner: Owner.nullable() })),
  gaps: z.array(z.object({ practice: z.string(), severity: z.string(), owner: z.string(), weakness: z.string() })),
});
export type ComparedFindings = z.output<typeof ComparedFindings>;

type Gap = ComparedFindings['gaps'][number];
type Headline = ComparedFindings['frameworks'][number]['headline'];

export interface VerdictChange {
  readonly framework: string;
  readonly control: string;
  readonly before: string;
  readonly after: string;
  readonly direction: 'better' | 'worse' | 'other';
}

export interface Comparison {
  readonly headlines: readonly {
    readonly framework: string;
    readonly before: Headline | null;
    readonly after: Headline | null;
  }[];
  readonly verdicts: readonly VerdictChange[];
  readonly opened: readonly Gap[];
  readonly closed: readonly Gap[];
  readonly owners: readonly {
    readonly practice: string;
    /** Accountable / responsible / evidence. */
    readonly before: string;
    readonly after: string;
    /** Each hat that another party wears now; null where nobody did or does. */
    readonly hats: readonly { readonly hat: Hat; readonly before: string | null; readonly after: string | null }[];
  }[];
}

/** What changed between two packages of one client: verdicts, gaps, owners. */
export function compareFindings(before: ComparedFindings, after: ComparedFindings): Comparison {
  const ids = [...new Set([...before.frameworks, ...after.frameworks].map(({ id }) => id))];
  const was = new Map(before.frameworks.map((framework) => [framework.id, framework]));
  const is = new Map(after.frameworks.map((framework) => [framework.id, framework]));
  const gapsBefore = new Set(before.gaps.map(({ practice }) => practice));
  const gapsAfter = new Set(after.gaps.map(({ practice }) => practice));
  return {
    headlines: ids.map((id) => ({
      framework: id,
      before: was.get(id)?.headline ?? null,
      after: is.get(id)?.headline ?? null,
    })),
    verdicts: ids.flatMap((id) => verdictChanges(id, was.get(id)?.controls ?? [], is.get(id)?.controls ?? [])),
    // What is no longer asked is no closed gap.
    opened: after.gaps.filter(({ practice }) => !gapsBefore.has(practice)),
    closed: before.gaps.filter(
      ({ practice }) => !gapsAfter.has(practice) && after.practices.some(({ id }) => id === practice),
    ),
    owners: ownerChanges(before, after),
  };
}

type Controls = ComparedFindings['frameworks'][number]['controls'];

function verdictChanges(framework: string, before: Controls, after: Controls): readonly VerdictChange[] {
  const verdicts = new Map(before.map(({ id, verdict }) => [id, verdict]));
  return after.flatMap(({ id, verdict }) => {
    const earlier = verdicts.get(id);
    if (earlier === undefined || earlier === verdict) return [];
    return [{ framework, control: id, before: earlier, after: verdict, direction: direction(earlier, verdict) }];
  });
}

/** From what speaks for a control to what speaks against it; decisions of people are neither better nor worse than findings. */
const WORTH: Readonly<Record<(typeof VERDICTS)[number], number | null>> = {
  supported: 5,
  inherited: 5,
  'partly-supported': 4,
  'attested-only': 3,
  stale: 2,
  'not-evidenced': 1,
  contradicted: 0,
  'not-applicable': null,
  'accepted-risk': null,
};

function direction(before: (typeof VERDICTS)[number], after: (typeof VERDICTS)[number]): VerdictChange['direction'] {
  const [was, is] = [WORTH[before], WORTH[after]];
  if (was === null || is === null || was === is) return 'other';
  // What was shown to be bad and is not shown any more has not become better.
  if (before === 'contradicted' && (after === 'not-evidenced' || after === 'stale')) return 'other';
  return is > was ? 'better' : 'worse';
}

function ownerChanges(before: ComparedFindings, after: ComparedFindings): Comparison['owners'] {
  const owners = new Map(before.practices.map(({ id, owner }) => [id, owner]));
  return after.practices.flatMap(({ id, owner }) => {
    const earlier = owners.get(id);
    if (!earlier || !owner) return [];
    const hats = HATS.flatMap((hat) => {
      const [was, is] = [wearer(hat, earlier), wearer(hat, owner)];
      return was === undefined || is === undefined || was === is ? [] : [{ hat, before: was, after: is }];
    });
    return hats.length === 0 ? [] : [{ practice: id, before: told(earlier), after: told(owner), hats }];
  });
}

/** Undefined when the package is too old to tell. */
function wearer(hat: Hat, owner: Owner): string | null | undefined {
  switch (hat) {
    case 'accountable':
    case 'evidence':
    case 'approves':
      return owner[hat];
    case 'responsible':
      return owner.responsible.join(' + ');
    case 'after-hours':
      return owner.afterHours;
    case 'escalation':
      return owner.escalation?.join(' > ');
  }
}

function told({ accountable, responsible, evidence }: Owner): string {
  return `${accountable} / ${responsible.join(' + ')} / ${evidence}`;
}
