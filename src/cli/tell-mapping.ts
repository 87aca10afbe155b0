import type { Explored, Proposal } from '../intake/index.ts';
import type { ExhibitReport } from '../model/exhibit.ts';
import { mappedKind } from '../model/mapping/kinds.ts';
import type { MappingProfile } from '../model/mapping.ts';
import type { EvidenceRecord } from '../model/record.ts';
import { table } from './table.ts';
import { heading } from './tell.ts';
import type { Terminal } from './terminal.ts';

export function scoreText(score: number): string {
  return `${Math.floor(Math.min(1, score) * 100)} %`;
}

/** What the file was found to be, and why. */
export function tellProposal(terminal: Terminal, { survey }: Explored, proposal: Proposal): void {
  const bold = (text: string) => terminal.style('bold', text);
  const { kind, kinds, columns, fixed, words, unused, leaveOut, dateOrder } = proposal;
  terminal.say(
    `${survey.path}: ${survey.rows} rows, ${survey.names.length} ${survey.reads.shape === 'table' ? 'columns' : 'keys'}`,
  );
  for (const line of survey.preamble) terminal.say(terminal.style('dim', `  above the header: ${line}`));
  if (kind === undefined) return;
  const known = kinds.find((each) => each.kind === kind);
  terminal.say(
    `Rows are ${mappedKind(kind).title} (${kind})${known ? `  ${scoreText(known.score)}  ${known.reasons.join('; ')}` : ''}\n`,
  );
  terminal.say(
    table(
      ['field', 'column', 'score', 'because'],
      [
        ...columns.map(({ field, header, score, reasons }) => [field, header, scoreText(score), reasons.join('; ')]),
        ...Object.entries(fixed).map(([field, value]) => [field, '', '', `${value} in all rows, as you said`]),
      ],
      bold,
    ),
  );
  if (unused.length > 0) terminal.say(terminal.style('dim', `not used: ${unused.join(', ')}`));
  if (words.length > 0) {
    terminal.say('');
    const rows = words.map(({ field, theirs, ours, rows: count }) => [
      field,
      theirs,
      String(count),
      ours === undefined ? 'left unknown' : String(ours),
    ]);
    terminal.say(table(['field', 'their word', 'rows', 'ours'], rows, bold));
  }
  if (dateOrder) terminal.say(`\nDates are read ${dateOrder.order}: ${dateOrder.reason}`);
  for (const { rule, reason } of leaveOut) {
    const what = 'is' in rule ? `is "${rule.is}"` : 'begins' in rule ? `begins with "${rule.begins}"` : 'is blank';
    terminal.say(`Left out are rows whose ${rule.column} ${what}: ${reason}`);
  }
}

const FIRST = 5;

/** The first rows as the records that they become. */
export function tellPreview(
  terminal: Terminal,
  profile: MappingProfile,
  read: { readonly report: ExhibitReport | undefined; readonly records: readonly EvidenceRecord[] },
): void {
  const { report, records } = read;
  heading(
    terminal,
    `As records: ${report?.records ?? 0} read, ${report?.rejected ?? 0} left out, strength ${profile.strength}`,
  );
  for (const record of records.slice(0, FIRST)) terminal.say(`  ${recordText(record)}`);
  for (const { severity, code, message } of report?.notes ?? []) {
    if (code !== 'mapping-used')
      terminal.say(terminal.style(severity === 'info' ? 'dim' : 'yellow', `  ${severity}  ${message}`));
  }
}

/** Its own fields; times as the day or moment that they are. */
function recordText({ from, kind: _, strength: _s, ...fields }: EvidenceRecord): string {
  const shown = Object.entries(fields).map(([name, value]) => `${name}: ${valueText(value)}`);
  return `row ${from.row ?? from.line ?? from.at ?? '?'}  ${shown.join('  ')}`;
}

function valueText(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return value.join(', ');
  if (!('raw' in value) || !('instant' in value) || typeof value.instant !== 'number') return 'undated';
  return `${new Date(value.instant).toISOString().slice(0, 16).replace('T', ' ')}Z (${String(value.raw)})`;
}
