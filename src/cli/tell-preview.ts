import { UNSEARCHED_REASONS } from '../kernel/messages/redaction.ts';
import { KIND_WORDS } from '../kernel/messages/redaction-kinds.ts';
import { counted } from '../kernel/text.ts';
import type { Sightings } from '../model/sighting.ts';
import type { Preview } from './preview-editions.ts';
import { bytesText } from './tell.ts';
import type { Terminal } from './terminal.ts';

const ROLES: Readonly<Record<string, string>> = {
  document: 'documents (PDF)',
  workbook: 'workbooks',
  exhibit: 'exhibits',
  machine: 'files for programs',
  page: 'pages for a browser',
  tag: 'hashes, signature, how to verify',
};

/** What would leave, for people: counts and kinds, never a value. */
export function tellPreview(terminal: Terminal, previews: readonly Preview[], sightings: Sightings): void {
  const { searched, unsearched } = sightings;
  terminal.say(
    `Searched ${counted(searched.files, 'text')}, ${bytesText(searched.bytes)}; ${counted(unsearched.length, 'file')} could not be searched, or not in whole.`,
  );
  for (const { path, because } of unsearched) terminal.say(`  not searched  ${path}: ${UNSEARCHED_REASONS[because]}`);
  for (const preview of previews) tellOne(terminal, preview);
}

function tellOne(terminal: Terminal, { edition, leaves, exhibits, found, stops, notes }: Preview): void {
  terminal.say(
    `\n${terminal.style('bold', `${edition} edition`)}${stops.length > 0 ? `  ${terminal.style('red', 'would not be built')}` : ''}`,
  );
  for (const { role, files, bytes } of leaves)
    terminal.say(`  ${String(files).padStart(6)}  ${(ROLES[role] ?? role).padEnd(34)} ${bytesText(bytes)}`);
  const { originals, copies, heldBack } = exhibits;
  terminal.say(`  exhibits: ${originals} as they are, ${copies} as copies, ${heldBack} held back`);
  if (found.length > 0) terminal.say('\n   found  in    what                                 becomes');
  for (const { kind, count, exhibits: files, leaves: goes, class: of } of found) {
    const stopped = stops.length > 0 ? terminal.style('red', 'would leave') : 'leaves by exception';
    const becomes = !goes ? 'does not leave' : of === 'personal' ? 'leaves in originals' : stopped;
    terminal.say(
      `  ${String(count).padStart(6)}  ${String(files).padEnd(4)}  ${KIND_WORDS[kind].padEnd(36)} ${becomes}`,
    );
  }
  for (const { severity, message } of [...stops, ...notes])
    if (severity !== 'info') terminal.say(`  ${severity}  ${message}`);
}
