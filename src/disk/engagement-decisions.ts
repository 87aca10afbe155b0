import { type Diagnostic, diagnostic } from '../kernel/diagnostic.ts';
import type { Locate, YamlPath } from '../kernel/yaml.ts';
import type { Framework } from '../model/control.ts';
import type { Engagement } from '../model/engagement.ts';

/** Spans that end before they begin, and a period that is not over when its answers are signed. */
export function datesProblems(engagement: Engagement, place: Locate): readonly Diagnostic[] {
  const { period, asOf, operatingModel } = engagement;
  const spans: readonly { from: string | undefined; to: string | undefined; at: YamlPath }[] = [
    { ...period, at: ['period', 'to'] },
    ...(typeof operatingModel === 'string'
      ? []
      : operatingModel.map(({ from, to }, i) => ({ from, to, at: ['operatingModel', i, 'to'] }))),
    ...engagement.ownership.map(({ from, until }, i) => ({ from, to: until, at: ['ownership', i, 'until'] })),
  ];
  const reversed = spans.flatMap(({ from, to, at }) =>
    from !== undefined && to !== undefined && to < from ? [diagnostic('period-reversed', { from, to }, place(at))] : [],
  );
  const early =
    period.to > asOf ? [diagnostic('period-after-as-of', { to: period.to, asOf }, place(['period', 'to']))] : [];
  return reversed.length > 0 ? reversed : early;
}

/** Decisions that lack what makes them one, and entries that name nothing they are about. */
export function decisionProblems(
  engagement: Engagement,
  frameworks: readonly Framework[],
  place: Locate,
): readonly Diagnostic[] {
  const controls = new Map(frameworks.flatMap((framework) => framework.controls.map((each) => [each.id, each])));
  const addressable = engagement.addressable.flatMap((entry, i): readonly Diagnostic[] => {
    const control = controls.get(entry.control);
    if (control && control.requirement !== 'addressable') {
      return [diagnostic('control-not-addressable', { word: entry.control }, place(['addressable', i, 'control']))];
    }
    return NEEDED[entry.decision]
      .filter((field) => entry[field] === undefined)
      .map((field) =>
        diagnostic(
          'addressable-incomplete',
          { control: entry.control, decision: entry.decision, field },
          place(['addressable', i, 'decision']),
        ),
      );
  });
  const aimless = [
    ...engagement.applicability.flatMap((entry, i) =>
      entry.control === undefined && entry.practice === undefined ? [aimlessAt('applicability', i, place)] : [],
    ),
    ...engagement.ownership.flatMap((entry, i) =>
      entry.practice === undefined && entry.domain === undefined && entry.control === undefined
        ? [aimlessAt('ownership', i, place)]
        : [],
    ),
  ];
  return [...addressable, ...aimless];
}

/** 45 CFR 164.306(d)(3)(ii): why it is not reasonable is documented, and the equivalent measure where there is one. */
const NEEDED: Readonly<Record<Engagement['addressable'][number]['decision'], readonly ('alternative' | 'because')[]>> =
  {
    implemented: [],
    alternative: ['alternative', 'because'],
    'not-reasonable': ['because'],
  };

const SUBJECTS = { applicability: ['control', 'practice'], ownership: ['practice', 'domain', 'control'] } as const;

function aimlessAt(key: keyof typeof SUBJECTS, i: number, place: Locate): Diagnostic {
  return diagnostic('subject-missing', { where: `${key}[${i}]`, one: SUBJECTS[key].join(' or ') }, place([key, i]));
}
