import { plural } from '../../kernel/text.ts';

/** Alternative texts and captions state the finding, so that the picture is not needed to know it. */
export const FIGURE_WORDS = {
  verdicts: {
    caption: (framework: string, part: string) => `${framework}: verdicts by ${part}`,
    alt: (supported: number, applicable: number, control: string) =>
      `Of ${applicable} applicable ${control}, ${supported} are supported by evidence.`,
    weakest: (label: string, supported: number, of: number) => ` The fewest are in ${label}: ${supported} of ${of}.`,
    note: (supported: number, of: number) => `${supported} of ${of} supported`,
  },
  freshness: {
    caption: 'Age of the evidence at the as-of date against the age that each practice allows',
    alt: (late: number, of: number) =>
      `${late} of ${of} practices with dated evidence rest on evidence older than they allow.`,
    note: (newest: string, age: number, allowed: number) => `${newest}: ${age} of ${allowed} days`,
    capped: (caption: string, shown: number, of: number) =>
      `${caption} (the ${shown} closest to their limit, of ${of})`,
    legend: {
      current: 'no older than allowed',
      late: 'older than allowed',
      beyond: 'older still than there is room to show',
    },
  },
  owners: {
    caption:
      'Who carries out what: practices by domain and party, and the share of them that is supported, rounded down (the darker, the larger)',
    alt: (sentences: readonly string[]) => sentences.join(' '),
    sentence: (party: string, count: number, supported: number) =>
      `${party} carries out ${count} practices, ${supported} of them supported.`,
  },
  cadence: {
    caption: 'Recurring duties: when they were found done inside the period',
    alt: (met: number, of: number) => `${met} of ${of} recurring duties were found done as often as they must be.`,
    note: (found: number, expected: number, gap: number | null) =>
      gap === null ? `${found} of ${expected}` : `${found} of ${expected}, longest gap ${gap} days`,
    legend: {
      day: 'a day on which it was found done',
      close: 'the same, a line a day, where days stand close together: many look like a block',
      outside: 'a day outside the period',
    },
  },
  answering: {
    caption: (framework: string, controls: string, part: string) =>
      `${framework}: who answers for which ${controls}, by ${part}, and the share of them that is supported, rounded down (the darker, the larger)`,
    sentence: (party: string, count: number, supported: number, controls: string) =>
      `${party} answers for ${count} ${controls}, ${supported} of them supported.`,
  },
  split: {
    caption: 'In how many practices each party has each part; several may carry one out together',
    alt: (of: number, parties: readonly string[]) => `Of ${of} practices, ${parties.join('; ')}.`,
    party: (party: string, accountable: number, responsible: number) =>
      `${party} answers for ${accountable} and carries out ${responsible}`,
    hats: {
      accountable: 'Accountable',
      responsible: 'Responsible',
      evidence: 'Evidence',
      approves: 'Approves',
      afterHours: 'After hours',
    },
  },
  gaps: {
    caption: 'What is to be done, by owner and day',
    capped: (caption: string, shown: number, of: number) => `${caption} (${shown} of ${of}, the gravest first)`,
    alt: (gaps: number, decided: number, owners: readonly string[]) =>
      `Of ${gaps} gaps ${decided} ${decided === 1 ? 'is' : 'are'} decided: planned, begun or accepted; the days of the others are proposed. ${owners.join(', ')}.`,
    sentence: (party: string, count: number) => `${party} owns ${count}`,
    owner: (party: string, count: number) => `${party}: ${count}`,
    label: (id: string, practice: string) => `${id} ${practice}`,
    note: (due: string, status: string) => `${due}, ${status}`,
    legend: {
      decided: 'decided: planned, begun or accepted',
      proposed: 'proposed, nobody decided yet',
      milestone: 'milestone',
    },
  },
  coverage: {
    caption: 'How much of each list: bars from none to all, the upright line where it is enough',
    capped: (caption: string, { shown, below, of }: { shown: number; below: number; of: number }) =>
      below >= shown
        ? `${caption} (the ${shown} furthest below it, of ${of})`
        : `${caption} (${shown} of ${of}: the ${below} below it, and those that come next)`,
    alt: (shares: number, asked: number, below: number) =>
      `${shares} shares were measured; a mark is set for ${asked}, and ${below} of them fall short of it.`,
    note: (n: number, of: number, unit: string, percent: string, asked: number | null) =>
      [
        `${n} of ${of} ${of === 1 ? unit : plural(unit)}`,
        `${percent}\u00a0%`,
        ...(asked === null ? [] : [askedFor(asked)]),
      ].join(', '),
  },
  profile: {
    caption: (framework: string) => `${framework}: current profile against the target, all that applies`,
    now: 'supported now',
    decided: 'not yet: every gap has an action that its owner planned',
    open: 'not yet, and not all of it planned',
    note: (now: number, of: number) => `${now} of ${of}`,
    alt: ({ now, decided, of, outcomes }: { now: number; decided: number; of: number; outcomes: string }) =>
      `The target is all ${of} applicable ${outcomes}. ${now} are supported now; for ${decided} more every gap has a planned action; for ${of - now - decided} it has not.`,
  },
  trend: {
    caption:
      'Package after package: the two headline numbers of each framework, each by the rules and exhibits of its day',
    supported: 'supported by evidence',
    assessed: 'could be assessed',
    absent: 'not in that package',
    note: (n: number, of: number, percent: string) => `${n} of ${of} (${percent}\u00a0%)`,
    period: (from: string, to: string) => `${from} to ${to}`,
    gap: (from: string, to: string) =>
      from === to ? `no package tells of ${from}` : `no package tells of ${from} to ${to}`,
    alt: (packages: number, from: string, to: string, sentences: readonly string[]) =>
      `${packages} packages, as of ${from} to ${to}. ${sentences.join(' ')}`,
    sentence: (framework: string, first: string, last: string) =>
      `${framework}: ${first} supported in the first, ${last} in the last.`,
    once: (framework: string, only: string) => `${framework}: ${only} supported, in one package alone.`,
    gaps: (count: number) =>
      count === 1
        ? 'Between two of them there are days that no package tells of.'
        : `${count} times there are days between two of them that no package tells of.`,
  },
  sankey: {
    caption:
      'What carries what: from files through practices to the frameworks that ask for them; each practice is drawn once, in equal parts',
    evidence: 'Evidence, and on how many practices it bears',
    practices: 'Practices: with files, of how many',
    frameworks: 'Frameworks, and for how many they ask',
    statements: 'Statements of people',
    nothing: 'Nothing handed over',
    others: (count: number) => `${count} more ${count === 1 ? 'source' : 'sources'}`,
    domain: (shown: number, of: number) => `${shown} of ${of}`,
    alt: ({
      practices,
      shown,
      stated,
      silent,
      most,
    }: {
      practices: number;
      shown: number;
      stated: number;
      silent: number;
      most: string;
    }) =>
      `Of ${practices} practices files bear on ${shown}, statements of people alone on ${stated}, nothing on ${silent}.${most}`,
    most: (source: string, count: number) => ` Most rest on ${source}: ${count}.`,
  },
  headline: {
    caption: 'The two headline numbers of each framework',
    supported: (framework: string, share: string) => `${framework}: supported by evidence${share}`,
    assessed: (framework: string, share: string) => `${framework}: could be assessed${share}`,
    share: (percent: string) => `, ${percent} %`,
    value: (n: number, of: number) => `${n} of ${of}`,
    alt: (sentences: readonly string[]) => sentences.join(' '),
    sentence: (framework: string, supported: string, assessed: string) =>
      `${framework}: ${supported} applicable are supported by evidence, ${assessed} could be assessed.`,
  },
} as const;

function askedFor(share: number): string {
  return `${Math.round(share * 1000) / 10}\u00a0%\u00a0asked`;
}
