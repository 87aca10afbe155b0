import type { Diagnostic, Severity } from '../kernel/diagnostic.ts';
import { groupBy } from '../kernel/order.ts';
import { placeText } from '../kernel/place.ts';
import type { ExhibitReport } from '../model/exhibit.ts';
import type { MissingEvidence } from '../model/findings.ts';
import { table } from './table.ts';
import { heading, STATUS_STYLE, tally, tellFirst } from './tell.ts';
import type { Style, Terminal } from './terminal.ts';

const STATUSES = ['read', 'ambiguous', 'empty', 'unrecognised', 'unreadable', 'refused'] as const;
const SEVERITY_STYLE: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', info: 'dim' };
const MOST_NOTES = 25;
const MOST_MISSING = 6;

export function tellInspection(
  terminal: Terminal,
  of: {
    readonly folder: string;
    readonly exhibits: readonly ExhibitReport[];
    readonly missing: readonly MissingEvidence[];
    readonly notes: readonly Diagnostic[];
  },
): void {
  const counts = tally(
    STATUSES,
    of.exhibits.map(({ status }) => status),
  );
  terminal.say(`${of.exhibits.length} exhibits: ${counts.map(([status, count]) => `${count} ${status}`).join(', ')}\n`);
  const bold = (text: string) => terminal.style('bold', text);
  terminal.say(
    table(
      ['status', 'file', 'taken for', 'records', 'because it has'],
      of.exhibits.map((each) => row(each, terminal)),
      bold,
    ),
  );
  tellNotes(terminal, [...of.exhibits.flatMap(({ notes }) => notes), ...of.notes]);
  if (of.missing.length > 0) heading(terminal, `Still missing (${of.missing.length} practices)`);
  for (const [party, missing] of groupBy(of.missing, ({ by }) => by)) {
    terminal.say(`  ${terminal.style('cyan', party)}`);
    tellFirst(terminal, missing, MOST_MISSING, ({ practice, obtain }) => `    ${practice}: ${obtain}`);
  }
  terminal.note(`\nNext: proofpack assess ${of.folder}`);
}

function row(report: ExhibitReport, terminal: Terminal): readonly string[] {
  const { status, path, source, candidates, records, rejected, saw, excluded } = report;
  const taken = source ?? (candidates.length > 0 ? candidates.join(' or ') : '');
  return [
    terminal.style(STATUS_STYLE[status], status),
    path,
    excluded ? 'excluded' : taken,
    rejected > 0 ? `${records} (${rejected} left out)` : String(records),
    saw.join(', ').slice(0, Math.max(30, terminal.width - 90)),
  ];
}

/** What must be decided first; information is in `--json` and in the documents. */
function tellNotes(terminal: Terminal, notes: readonly Diagnostic[]): void {
  const told = (['error', 'warning'] as const).flatMap((severity) =>
    notes.filter((note) => note.severity === severity),
  );
  if (told.length === 0) return;
  heading(terminal, `To look at (${told.length})`);
  tellFirst(terminal, told, MOST_NOTES, ({ severity, message, hint, place }) => {
    const at = place && !message.includes(place.path) ? `${placeText(place)}: ` : '';
    return `  ${terminal.style(SEVERITY_STYLE[severity], severity)} ${at}${message}\n    ${hint}`;
  });
}
