import { groupBy } from '../../kernel/order.ts';
import { placeText } from '../../kernel/place.ts';
import type { Reason } from '../../model/assessment.ts';
import type { CitedAs, WantedExcerpt } from '../../model/excerpt.ts';
import type { Basis, NamedFact } from '../../model/fact.ts';
import type { Findings } from '../../model/findings.ts';

/** So many rows of one exhibit are proof enough on paper; the file itself stands beside it. */
const ROWS_SHOWN = 40;

/** The rows that the reasons of controls cite, by exhibit: what speaks against something first, for it is looked up first. */
export function wantedExcerpts({
  frameworks,
  exhibits,
  facts,
}: Pick<Findings, 'frameworks' | 'exhibits' | 'facts'>): readonly WantedExcerpt[] {
  const reasons = frameworks.flatMap(({ controls }) => controls.flatMap((control) => control.reasons));
  const cited = [...citedIn(reasons, 'exception'), ...citedIn(reasons, 'basis')];
  const byPath = groupBy(cited, ({ place }) => place.path);
  const asked = new Set(reasons.map(({ fact }) => fact));
  const beyond = beyondByPath(facts.filter(({ id }) => asked.has(id)));
  return exhibits.flatMap((report): readonly WantedExcerpt[] => {
    const { path, source, completeness, excluded } = report;
    const all = distinct(byPath.get(path) ?? []);
    if (all.length === 0 || excluded !== null) return [];
    const counted = Math.max(all.length, beyond.get(path) ?? 0);
    return [
      {
        path,
        source,
        rows: completeness.rows,
        cited: all.slice(0, ROWS_SHOWN),
        citedInAll: counted,
        isLeast: beyond.has(path) && counted !== completeness.rows,
      },
    ];
  });
}

/** Of exhibits of which a measure counts more rows than it keeps: the most that one measure rests on. Two measures may rest on other rows each. */
function beyondByPath(facts: readonly NamedFact[]): ReadonlyMap<string, number> {
  const most = new Map<string, number>();
  for (const { fact } of facts) {
    if (fact.status !== 'known') continue;
    for (const { path, rows } of fact.unlisted ?? []) {
      const listed = new Set(
        fact.basis.filter(({ place }) => place.path === path).map(({ place }) => placeText(place)),
      );
      most.set(path, Math.max(most.get(path) ?? 0, listed.size + rows));
    }
  }
  return most;
}

type Cited = WantedExcerpt['cited'][number];

function citedIn(reasons: readonly Reason[], as: CitedAs): readonly Cited[] {
  const rows = (reason: Reason): readonly Basis[] => {
    const against = speaksAgainst(reason);
    if (as === 'exception') return against ? reason.exceptions : [];
    return against ? reason.places : [...reason.places, ...reason.exceptions];
  };
  return reasons.flatMap((reason) => rows(reason).flatMap(({ place }) => (isPart(place) ? [{ place, as }] : [])));
}

/**
 * Whether the exceptions of a measure are rows that fall short of what was expected. Of what is only context they are those where it falls short, and a share
 * goes without them: the campaigns in which somebody clicked are no exceptions to the share of messages that were clicked.
 */
export function speaksAgainst({ bears, outcome, share, exceptionCount }: Reason): boolean {
  if (bears !== 'as-context') return true;
  const fallsShort = outcome === 'partly' || outcome === 'refuted' || outcome === 'short' || outcome === 'stale';
  return fallsShort && (share === undefined || exceptionCount === share.of - share.n);
}

function isPart({ row, line, at }: Cited['place']): boolean {
  return row !== undefined || line !== undefined || at !== undefined;
}

function distinct(cited: readonly Cited[]): readonly Cited[] {
  const first = new Map<string, Cited>();
  for (const one of cited) {
    const key = placeText(one.place);
    if (!first.has(key)) first.set(key, one);
  }
  return [...first.values()];
}
