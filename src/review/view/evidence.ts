import { REVIEW_LABELS as LABELS } from '../../kernel/messages/review.ts';
import { placeText } from '../../kernel/place.ts';
import type { Verdict } from '../../model/assessment.ts';
import type { ExhibitReport } from '../../model/exhibit.ts';
import type { Findings, FrameworkFindings } from '../../model/findings.ts';
import type { Leaving } from '../desk.ts';
import { reasonView } from './question.ts';

/** What each file was taken for: those first that nobody reads yet, with what to do about them. */
export function exhibitsView({ exhibits, missing }: Findings): object {
  const unread = exhibits.filter(({ status }) => status !== 'read');
  const read = exhibits.filter(({ status, mapping }) => status === 'read' && mapping === undefined);
  const mapped = exhibits.filter(({ mapping }) => mapping !== undefined);
  return {
    unread: unread.map(unreadView),
    noneUnread: unread.length === 0,
    mapped: mapped.map((report) => ({ ...exhibitView(report), ...mappingView(report) })),
    noneMapped: mapped.length === 0,
    read: read.map(exhibitView),
    count: exhibits.length,
    missing: missing.map(({ practice, obtain, by }) => ({ practice, obtain, by })),
  };
}

function exhibitView({ path, source, records, rejected, covers, notes }: ExhibitReport) {
  return {
    path,
    source: source ?? '',
    records,
    rejected,
    covers: covers === null ? '' : `${covers.from} – ${covers.to}`,
    notes: notes.filter(({ severity }) => severity !== 'info').map(({ message }) => message),
  };
}

function unreadView(report: ExhibitReport) {
  const { path, status, candidates, saw, notes } = report;
  return {
    path,
    status,
    statusText: LABELS.statuses[status],
    candidates: candidates.join(', '),
    saw: saw.join(', '),
    told: notes.map(({ message, hint, place }) => ({
      message,
      hint,
      place: place === undefined ? '' : placeText(place),
    })),
    map: status === 'unrecognised' ? LABELS.obtain.map(path) : '',
  };
}

function mappingView({ mapping }: ExhibitReport) {
  return {
    title: mapping?.title ?? '',
    name: mapping?.name ?? '',
    version: mapping?.version ?? 0,
    by: mapping?.by ?? '',
    on: mapping?.on ?? '',
    because: mapping?.because ?? '',
  };
}

/** The frameworks with their two numbers. */
export function verdictsView({ frameworks }: Findings): object {
  return { frameworks: frameworks.map(frameworkLine) };
}

function frameworkLine({ framework, headline }: FrameworkFindings) {
  return { id: framework.id, name: framework.title, ...headline };
}

/** One framework: every control with its verdict, its reasons and the rows that they rest on. */
export function frameworkView(found: FrameworkFindings, verdict: Verdict | undefined): object {
  const { framework, controls } = found;
  const shown = controls.filter((control) => verdict === undefined || control.verdict === verdict);
  const titles = new Map(framework.controls.map(({ id, title }) => [id, title]));
  const verdicts = [...new Set(controls.map((control) => control.verdict))].toSorted();
  return {
    ...frameworkLine(found),
    verdicts: verdicts.map((each) => ({
      id: each,
      text: LABELS.verdict[each],
      count: controls.filter((control) => control.verdict === each).length,
      chosen: each === verdict,
    })),
    whole: verdict === undefined,
    controls: shown.map((control) => ({
      id: control.control,
      name: titles.get(control.control) ?? '',
      verdict: control.verdict,
      verdictText: LABELS.verdict[control.verdict],
      extent: control.extent === null ? '' : `${control.extent.n} / ${control.extent.of} ${control.extent.unit}`,
      remark: control.remark ?? '',
      reasons: control.reasons.filter(({ bears }) => bears !== 'as-context').map(reasonView),
    })),
  };
}

export function leavingView({ searched, unsearched, editions }: Leaving): object {
  return {
    searched,
    unsearched,
    someUnsearched: unsearched.length > 0,
    editions: editions.map((each) => ({
      ...each,
      stopped: each.stops.length > 0,
      nothing: each.found.length === 0,
      found: each.found.map((found) => ({ ...found, becomesText: LABELS.becomes[found.becomes] })),
    })),
  };
}
