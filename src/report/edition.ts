import { type Diagnostic, diagnostic } from '../kernel/diagnostic.ts';
import { groupBy } from '../kernel/order.ts';
import type { Answer, Contradiction, Reason, Side } from '../model/assessment.ts';
import type { Edition, Engagement } from '../model/engagement.ts';
import type { ExhibitReport } from '../model/exhibit.ts';
import type { Basis, Fact } from '../model/fact.ts';
import type { Findings } from '../model/findings.ts';
import type { ExhibitPlacement } from '../model/package.ts';
import type { Listing, PopulationReport } from '../model/population.ts';
import { type Alias, namesToWithhold } from './edition/names.ts';
import { numberedPaths, numbersOf } from './edition/paths.ts';
import { scrub } from './edition/scrub.ts';
import { EDITION_TRAITS, WITHHELD } from './words.ts';

/** What was found in the exhibits and must not be shown, and what stands for those who have to be named. */
export interface Withheld {
  readonly words?: ReadonlyMap<string, string>;
  readonly alias?: Alias;
}

/**
 * The findings that an edition may show, taken out before anything is composed: what is not here can be forgotten by no output. Rows keep
 * their places and lose their words; numbers, hashes, verdicts and dates stay.
 */
export function forEdition(
  findings: Findings,
  edition: Edition,
  placements: readonly ExhibitPlacement[] = [],
  { words = new Map(), alias }: Withheld = {},
): Findings {
  const ids = idsIn(findings);
  if (EDITION_TRAITS[edition].named) return scrub(findings, words, ids);
  const names = namesToWithhold(findings, alias);
  const paths = numberedPaths(findings, placements);
  const { practices, frameworks, ownership, ...rest } = findings;
  // What was taken out of which file, and by whom, is told to those who get the files.
  const { redaction: _, ...engagement } = findings.engagement;
  const reduced = scrub(
    {
      ...rest,
      engagement: {
        ...engagement,
        exhibits: reducedEntries(engagement.exhibits),
        ...(engagement.prepared === undefined ? {} : { prepared: { ...engagement.prepared, by: '' } }),
        parties: Object.fromEntries(
          Object.entries(engagement.parties).map(([id, { name: _n, contact: _c, ...party }]) => [id, party]),
        ),
      },
      ownership: { ...ownership, parties: ownership.parties.map(({ name: _, ...party }) => party) },
      exhibits: rest.exhibits.map(reducedExhibit),
      facts: rest.facts.map((named) => ({ ...named, fact: reducedFact(named.fact) })),
      practiceAssessments: rest.practiceAssessments.map((each) => ({
        ...each,
        reasons: each.reasons.map(reducedReason),
      })),
      controls: frameworks.map(({ controls }) =>
        controls.map((control) => ({
          ...control,
          reasons: control.reasons.map(reducedReason),
          answer: control.answer === null ? null : reducedAnswer(control.answer),
        })),
      ),
      contradictions: rest.contradictions.map(reducedContradiction),
      populations: rest.populations.map(reducedPopulation),
      gaps: rest.gaps.map((gap) => ({ ...gap, places: gap.places.map(reducedBasis) })),
      notes: reducedNotes(rest.notes),
    },
    new Map([...words, ...names, ...paths]),
    ids,
    numbersOf(paths),
  );
  const { controls, ...scrubbed } = reduced;
  return {
    ...scrubbed,
    // Who the package is for and from is never withheld, not even where a person's name is part of it.
    engagement: { ...scrubbed.engagement, client: withoutAddresses(engagement.client), brand: engagement.brand },
    practices,
    frameworks: frameworks.map(({ framework, headline }, index) => ({
      framework,
      headline,
      controls: controls[index] ?? [],
    })),
  };
}

/** By which facts, practices, frameworks and controls are called: an edition names them as every other does. */
function idsIn({ facts, practices, frameworks }: Findings): ReadonlySet<string> {
  const listed = [...facts, ...practices, ...frameworks.flatMap(({ framework }) => [framework, ...framework.controls])];
  return new Set(listed.map(({ id }) => id));
}

/** Where a network can be reached, and how its machines are called, is for nobody who did not ask for it. */
function withoutAddresses(client: Findings['engagement']['client']): Findings['engagement']['client'] {
  return { ...client, identifiers: { ...client.identifiers, tenants: [], hostPrefixes: [], publicAddresses: [] } };
}

/** Why a file was left out is free text, and may name the client to whom it belongs. */
function reducedEntries(entries: Engagement['exhibits']): Engagement['exhibits'] {
  return Object.fromEntries(
    Object.entries(entries).map(([path, entry]) => [
      path,
      entry.exclude === true ? { ...entry, because: WITHHELD.reason } : entry,
    ]),
  );
}

function reducedBasis({ place }: Basis): Basis {
  const { path, row, line } = place;
  // A pointer can be made of keys that are names.
  const kept = { path, ...(row === undefined ? {} : { row }), ...(line === undefined ? {} : { line }) };
  return { place: kept, text: WITHHELD.row };
}

function reducedReason(reason: Reason): Reason {
  return { ...reason, places: reason.places.map(reducedBasis), exceptions: reason.exceptions.map(reducedBasis) };
}

function reducedAnswer(answer: Answer): Answer {
  return { ...answer, exceptions: answer.exceptions.map(reducedBasis) };
}

/** How many there are is told, and nobody's name. */
function reducedPopulation(report: PopulationReport): PopulationReport {
  const counted = ({ count }: Listing): Listing => ({ count, listed: [] });
  return {
    ...report,
    duplicates: counted(report.duplicates),
    excluded: counted(report.excluded),
    leaversEnabled: report.leaversEnabled && counted(report.leaversEnabled),
    columns: report.columns.map((column) => ({
      ...column,
      missing: counted(column.missing),
      unmatched: counted(column.unmatched),
      repeated: counted(column.repeated),
      stale: counted(column.stale),
    })),
  };
}

function reducedContradiction({ places, sides: [one, other], ...rest }: Contradiction): Contradiction {
  const reduced = (side: Side): Side => ({ ...side, places: side.places.map(reducedBasis) });
  return { ...rest, places: places.map(reducedBasis), sides: [reduced(one), reduced(other)] };
}

function reducedFact(fact: Fact): Fact {
  if (fact.status === 'unknown') return { ...fact, basis: fact.basis.map(reducedBasis) };
  return { ...fact, basis: fact.basis.map(reducedBasis), exceptions: fact.exceptions.map(reducedBasis) };
}

/** Hash, type, counts and period stay; who ran the report, with which filter, and how somebody called it does not. */
function reducedExhibit(report: ExhibitReport): ExhibitReport {
  const { tool, version, runAt, ranAt, rowsStated, totals } = report.produced;
  const produced = {
    ...(tool === undefined ? {} : { tool }),
    ...(version === undefined ? {} : { version }),
    ...(runAt === undefined ? {} : { runAt }),
    ...(ranAt === undefined ? {} : { ranAt }),
    ...(totals === undefined ? {} : { totals }),
    ...(rowsStated === undefined ? {} : { rowsStated }),
  };
  // The reason is free text, as a filter is; which profile, whose and of when stays, the person by their role.
  const mapping = report.mapping === undefined ? {} : { mapping: { ...report.mapping, because: '' } };
  const excluded = report.excluded && { because: WITHHELD.reason };
  return {
    ...report,
    ...mapping,
    excluded,
    saw: [],
    foreign: null,
    produced,
    said: null,
    notes: reducedNotes(report.notes),
  };
}

/** Notes quote cells and paths; their kinds and numbers are what an outsider needs. */
function reducedNotes(notes: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...groupBy(notes, ({ code }) => code)].map(([code, same]) => {
    const { severity = 'info', hint = '' } = same[0] ?? {};
    const { message } = diagnostic('text-withheld', { count: same.length, code: code.replaceAll('-', ' ') });
    return { code, severity, message, hint };
  });
}
