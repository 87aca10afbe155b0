import { groupBy } from '../../kernel/order.ts';
import type { FrameworkFindings } from '../../model/findings.ts';
import type { Assignment } from '../../model/ownership.ts';
import type { FigureSource } from '../markup.ts';
import { plural } from '../view/framework.ts';
import type { Lens } from '../view/lens.ts';
import { percent } from '../view/measure.ts';
import { currentAssignments } from '../view/ownership.ts';
import { partsOf } from './parts.ts';
import { FIGURE_WORDS } from './words.ts';

/** Practices by domain and by who carries them out; parties that carry out nothing have no column. */
export function practiceOwners(lens: Lens): FigureSource {
  const words = FIGURE_WORDS.owners;
  const assignments = currentAssignments(lens);
  const parties = lens.findings.ownership.parties.filter(({ id }) =>
    assignments.some(({ responsible }) => responsible.includes(id)),
  );
  const domains = [...new Set(lens.findings.practices.map(({ domain }) => domain))];
  const carried = (party: string, domain?: string) =>
    assignments.filter(
      ({ responsible, practice }) =>
        responsible.includes(party) && (domain === undefined || lens.practice(practice)?.domain === domain),
    );
  const supported = (each: readonly { practice: string }[]): number =>
    each.filter(({ practice }) => lens.assessed(practice)?.verdict === 'supported').length;
  const rows = domains.map((domain) => ({
    label: lens.domainTitle(domain),
    cells: parties.map(({ id }) => {
      const each = carried(id, domain);
      return cell(supported(each), each.length);
    }),
  }));
  const sentences = parties.map(({ id }) => words.sentence(lens.party(id), carried(id).length, supported(carried(id))));
  const columns = parties.map(({ id }) => lens.party(id));
  return { caption: words.caption, figure: { kind: 'heat-map', alt: words.alt(sentences), columns, rows } };
}

/** Controls of one framework by its parts and by who answers for them. */
export function controlOwners({ framework, controls }: FrameworkFindings, lens: Lens): FigureSource | undefined {
  const words = FIGURE_WORDS.answering;
  const parts = partsOf(framework);
  const answering = new Map(
    lens.findings.ownership.controls
      .filter((each) => each.framework === framework.id)
      .map(({ control, assignment }) => [control, assignment.accountable]),
  );
  const applicable = controls.flatMap((each) => {
    const party = answering.get(each.control);
    return each.verdict === 'not-applicable' || party === undefined || party === '' ? [] : [{ ...each, party }];
  });
  const parties = lens.findings.ownership.parties.filter(({ id }) => applicable.some(({ party }) => party === id));
  // One column tells what a sentence tells.
  if (parties.length < 2) return undefined;
  const supported = (each: typeof applicable): number => each.filter(({ verdict }) => verdict === 'supported').length;
  const rows = [...groupBy(applicable, ({ control }) => parts.of(control))].map(([label, inside]) => ({
    label,
    cells: parties.map(({ id }) => {
      const own = inside.filter(({ party }) => party === id);
      return cell(supported(own), own.length);
    }),
  }));
  const sentences = parties.map(({ id }) => {
    const own = applicable.filter(({ party }) => party === id);
    return words.sentence(lens.party(id), own.length, supported(own), plural(framework.controlWord));
  });
  return {
    caption: words.caption(framework.shortTitle, plural(framework.controlWord), parts.word),
    figure: { kind: 'heat-map', alt: sentences.join(' '), columns: parties.map(({ id }) => lens.party(id)), rows },
  };
}

function cell(supported: number, of: number) {
  return { count: of, share: of === 0 ? null : percent(supported, of) / 100 };
}

const HATS = ['accountable', 'responsible', 'evidence', 'approves', 'afterHours'] as const;

/** How many practices each party has each hat of. Several may be responsible together, so that row may be longer than the others. */
export function hatsSplit(lens: Lens): FigureSource | undefined {
  const words = FIGURE_WORDS.split;
  const assignments = currentAssignments(lens);
  const wears = (assignment: Assignment, hat: (typeof HATS)[number], party: string): boolean =>
    hat === 'responsible' ? assignment.responsible.includes(party) : assignment[hat] === party;
  const parties = lens.findings.ownership.parties.filter(({ id }) =>
    assignments.some((each) => HATS.some((hat) => wears(each, hat, id))),
  );
  if (parties.length === 0) return undefined;
  const count = (hat: (typeof HATS)[number], party: string): number =>
    assignments.filter((each) => wears(each, hat, party)).length;
  const sentences = parties.map(({ id }) =>
    words.party(lens.party(id), count('accountable', id), count('responsible', id)),
  );
  return {
    caption: words.caption,
    figure: {
      kind: 'stacked-bars',
      alt: words.alt(assignments.length, sentences),
      legend: parties.map(({ id }, index) => ({ label: lens.party(id), tone: index % 2 === 0 ? 'accent' : 'muted' })),
      rows: HATS.map((hat) => ({ label: words.hats[hat], values: parties.map(({ id }) => count(hat, id)) })),
    },
  };
}
