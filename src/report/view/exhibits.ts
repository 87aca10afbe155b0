import { type Diagnostic, diagnostic, type Severity } from '../../kernel/diagnostic.ts';
import { byCodeUnit, groupBy } from '../../kernel/order.ts';
import { outermost, placeText } from '../../kernel/place.ts';
import type { Tone } from '../../model/document.ts';
import type { ExhibitReport } from '../../model/exhibit.ts';
import type { ExhibitPlacement } from '../../model/package.ts';
import { EVIDENCE_SUMS } from '../exhibit-words.ts';
import { OMISSION_WORDS, PHRASES, STATUS_WORDS } from '../words.ts';
import { fileTarget } from './file-target.ts';
import type { Lens } from './lens.ts';
import { makingOf } from './making.ts';
import type { ExhibitView, MappingView } from './shape/registers.ts';

const NOTE_TONES = { error: 'bad', warning: 'part', info: 'muted' } as const satisfies Record<Severity, Tone>;

/** In the order of their numbers; the inner files of a container stand below it. */
export function exhibitViews(lens: Lens): readonly ExhibitView[] {
  return lens.findings.exhibits
    .map((report) => exhibitView(report, lens))
    .sort((a, b) => byCodeUnit(a.number, b.number) || byCodeUnit(a.path, b.path));
}

function exhibitView(report: ExhibitReport, lens: Lens): ExhibitView {
  const { covers, excluded, path } = report;
  const number = lens.exhibitNumber(path);
  const placement = lens.placement(path);
  const status = STATUS_WORDS[report.status];
  const kinds = Object.entries(report.kinds)
    .filter(([, count]) => count > 0)
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([kind, count]) => PHRASES.kind(kind, count))
    .join(', ');
  return {
    number,
    file: fileTarget(lens.placement(path)),
    anchor: number.toLowerCase(),
    path,
    sha256: report.sha256,
    hash: report.sha256.slice(0, 16),
    size: PHRASES.bytes(report.bytes),
    status:
      excluded === null ? statusText(report, lens) : PHRASES.excludedBecause(OMISSION_WORDS.excluded, excluded.because),
    state: excluded === null ? status.word : OMISSION_WORDS.excluded,
    tone: excluded === null ? status.tone : 'muted',
    used: report.status === 'read' && excluded === null,
    source: sourceText(report, lens),
    saw: sawText(report.saw),
    kinds,
    records: report.records,
    rejected: report.rejected,
    read: EVIDENCE_SUMS.recordsRead(report.records, kinds, report.rejected),
    covers: covers === null ? '' : PHRASES.span(covers.from, covers.to),
    made: makingOf(report),
    encoding: report.encoding ?? '',
    packaged: path === outermost(path) ? (placement?.packaged ?? '') : '',
    // Its status tells why already.
    omitted: excluded === null ? (placement?.omitted ?? '') : '',
    handled: path === outermost(path) && placement !== undefined ? handledTexts(placement) : [],
    notes: report.notes.map((note) => noteView(note, path, lens)),
  };
}

/** Each decision about what was found in an exhibit, in a sentence; why a file was kept back is told where it is missing. */
function handledTexts({ handled = [], redacted }: ExhibitPlacement): string[] {
  return handled.flatMap(({ action, ...made }) => {
    if (action === 'except') return [diagnostic('exception-printed', made).message];
    if (redacted === undefined) return [];
    const code = action === 'redact' ? 'redaction-printed' : 'sanitised-printed';
    return [diagnostic(code, { ...made, ...redacted }).message];
  });
}

/** `header Name`, `header Serial`: the headers Name, Serial. */
function sawText(saw: readonly string[]): string {
  const kindOf = (text: string): string => /^\S+(?= )/.exec(text)?.[0] ?? '';
  return [...groupBy(saw, kindOf)]
    .map(([kind, same]) =>
      kind === ''
        ? same.join(', ')
        : PHRASES.seen(
            kind,
            same.map((text) => text.slice(kind.length + 1)),
          ),
    )
    .join(', ');
}

/** A profile is a person's assumption, and never stands there as if a tool had been recognised. */
function sourceText({ source, mapping }: ExhibitReport, { sourceTitle }: Lens): string {
  return mapping === undefined
    ? source === null
      ? ''
      : sourceTitle(source)
    : PHRASES.mapping(mapping.name, mapping.version, mapping.by);
}

/** The profiles that exhibits were read by, each once, with the exhibits. */
export function mappingViews(lens: Lens): readonly MappingView[] {
  const used = lens.findings.exhibits.flatMap(({ mapping, path, kinds }) =>
    mapping === undefined ? [] : [{ mapping, number: lens.exhibitNumber(path), kinds }],
  );
  return [...groupBy(used, ({ mapping }) => mapping.name)].flatMap(([name, same]) => {
    const [first] = same;
    if (!first) return [];
    const { version, title, by, on, because } = first.mapping;
    const kinds = [...new Set(same.flatMap(({ kinds: read }) => Object.keys(read)))].sort(byCodeUnit);
    const exhibits = [...new Set(same.map(({ number }) => number))].sort(byCodeUnit).join(', ');
    return [{ name, version, title, by, on, because, kinds: kinds.join(', '), exhibits }];
  });
}

function statusText({ status, candidates, foreign }: ExhibitReport, { sourceTitle }: Lens): string {
  const { word } = STATUS_WORDS[status];
  const more = [
    ...(status === 'ambiguous' ? [PHRASES.candidates(candidates.map(sourceTitle).join(' and '))] : []),
    ...(foreign === null ? [] : [PHRASES.foreign(foreign)]),
  ];
  return [word, ...more].join('; ');
}

function noteView(
  { message, hint, place, severity }: Diagnostic,
  path: string,
  lens: Lens,
): ExhibitView['notes'][number] {
  const where = place === undefined ? '' : placeText(place).replace(path, '').replace(/^[ :]/, '');
  return { message: lens.noteText(message), hint: lens.hint(hint), place: where, tone: NOTE_TONES[severity] };
}
