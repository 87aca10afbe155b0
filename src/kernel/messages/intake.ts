import type { Message } from './message.ts';

export const INTAKE_MESSAGES = {
  'exhibit-empty': {
    severity: 'warning',
    says: ({ path }: { path: string }) => `${path} holds no data; an empty file proves nothing.`,
    hint: 'Export it again and check that the tool reported no error while exporting.',
  },
  'last-cell-open': {
    severity: 'info',
    says: () =>
      'The file ends without a line break, in a cell that is not read: its rows count, and what they come to as a whole is not told.',
    hint: 'If the file is all there, say so in the engagement file: exhibits, "whole: true".',
  },
  'exhibit-without-records': {
    severity: 'warning',
    says: ({ path, source }: { path: string; source: string }) =>
      `${path} was recognised as ${source}, and nothing in it is evidence.`,
    hint: 'Look whether what was exported holds what you meant to show: a scan without hosts or a list of other things proves nothing.',
  },
  'exhibit-unrecognised': {
    severity: 'info',
    says: ({ path, saw }: { path: string; saw: string }) => `${path} is no export that we know (${saw}).`,
    hint: 'It travels as a plain exhibit. If it is an export, name its source under "exhibits" or write a mapping profile.',
  },
  'exhibit-ambiguous': {
    severity: 'warning',
    says: ({ path, sources }: { path: string; sources: readonly string[] }) =>
      `${path} fits more than one source: ${sources.join(', ')}.`,
    hint: 'Name the right one in the engagement file under "exhibits": { source: … }.',
  },
  'exhibit-unreadable': {
    severity: 'warning',
    says: ({ path, reason }: { path: string; reason: string }) => `${path} could not be read to its end: ${reason}`,
    hint: 'Export it again; nothing of a broken file was used.',
  },
  'exhibit-refused': {
    severity: 'error',
    says: ({ path, reason }: { path: string; reason: string }) => `${path} was refused: ${reason}`,
    hint: 'Unpack it yourself, check what is inside, and hand over the files that matter.',
  },
  'exhibit-broken-off': {
    severity: 'error',
    says: ({ path }: { path: string }) =>
      `${path} broke off while it was read, after some of its records had been handed over.`,
    hint: 'Give readEvidence an onStartAgain that forgets them, or leave the file out.',
  },
  'zone-assumed': {
    severity: 'info',
    says: ({ zone, count }: { zone: string; count: number }) =>
      `${count} ${count === 1 ? 'time has' : 'times have'} no zone; ${zone} was assumed.`,
    hint: 'Name the zone of this file under "exhibits:" (timeZone), or that of the client. Until then both readings of a time are judged and the worse one counts.',
  },
  'date-order-assumed': {
    severity: 'warning',
    says: ({ order }: { order: string }) =>
      `No date in the file tells day from month; the engagement's order ${order} was assumed.`,
    hint: 'Set client.dateOrder in the engagement file to the order that the tool uses.',
  },
  'date-order-unknown': {
    severity: 'warning',
    says: ({ count }: { count: number }) => `${count} dates could be read in two ways and were left unknown.`,
    hint: 'Set client.dateOrder (mdy, dmy or ymd) in the engagement file.',
  },
  'encoding-fallback': {
    severity: 'info',
    says: ({ encoding }: { encoding: string }) => `The file is not UTF-8; it was decoded as ${encoding}.`,
    hint: 'If names look wrong, export the file as UTF-8.',
  },
  'row-rejected': {
    severity: 'warning',
    says: ({ reason }: { reason: string }) => `Row left out: ${reason}`,
    hint: 'Correct the export at its origin; the rest of the file was used.',
  },
  'rows-rejected-more': {
    severity: 'warning',
    says: ({ count }: { count: number }) => `${count} more rows of this file were left out for like reasons.`,
    hint: 'The counts of rows read and rejected are in the Evidence Index.',
  },
  'word-unknown': {
    severity: 'warning',
    says: ({ field, word, known }: { field: string; word: string; known: readonly string[] }) =>
      `"${word}" in ${field} is none of the words that are known there (${someOf(known)}); it was left unknown.`,
    hint: 'In a register of your own, write one of these words. A word of a tool is news to us: tell us; meanwhile it counts neither for nor against.',
  },
  'page-cap': {
    severity: 'warning',
    says: ({ rows }: { rows: number }) => `Exactly ${rows} rows: the export may have been cut off at a page limit.`,
    hint: 'Check the number of rows in the tool itself, or export in smaller parts.',
  },
  'rows-differ': {
    severity: 'warning',
    says: ({ stated, read }: { stated: number; read: number }) => `The file states ${stated} rows and holds ${read}.`,
    hint: 'Export all pages; the verdict treats the file as incomplete.',
  },
  'rows-said-differ': {
    severity: 'warning',
    says: ({ by, stated, read }: { by: string; stated: number; read: number }) =>
      `${by} states ${stated} rows, and the file holds ${read}.`,
    hint: 'Export all of it again, or correct "produced.rowsStated" in the engagement file.',
  },
  'more-pages': {
    severity: 'warning',
    says: () => 'The file says itself that there are further pages; it is not the whole.',
    hint: 'Follow the link to the last page and hand over all of them in one file.',
  },
  'whole-stated': {
    severity: 'info',
    says: ({ by, because }: { by: string; because: string }) => `${by} states that the file is whole: ${because}`,
    hint: 'Without that statement a last row without a line break is left out, since it may be half of one.',
  },
  'cut-off': {
    severity: 'warning',
    says: () => 'The file was cut off; what is missing from it says nothing.',
    hint: 'Export it again, in smaller parts if the tool stops at a limit.',
  },
  'total-differs': {
    severity: 'warning',
    says: ({ of, stated, read }: { of: string; stated: number; read: number }) =>
      `The file sums up ${stated} ${of}, and its rows come to ${read}.`,
    hint: 'Export it again; until both agree the file is not taken for complete.',
  },
  'produced-differs': {
    severity: 'warning',
    says: ({ field, by, said, file }: { field: string; by: string; said: string; file: string }) =>
      `${by} states "${said}" as ${field}, and the file says "${file}".`,
    hint: 'Check whether the right file was handed over, and correct "produced" in the engagement file.',
  },
  'rows-repeated': {
    severity: 'info',
    says: ({ count, rows }: { count: number; rows: number }) =>
      `${count} of ${rows} rows repeat an earlier row to the letter; each is counted once.`,
    hint: 'Nothing needs to be done; a query that joins tables often prints rows twice.',
  },
  'counted-before': {
    severity: 'info',
    says: ({ count, records, of }: { count: number; records: number; of: string }) =>
      `${count} of ${records} records are in ${of} as well and are counted once, from there.`,
    hint: 'Nothing needs to be done; exports of overlapping periods share their rows.',
  },
  'duplicates-unchecked': {
    severity: 'warning',
    says: ({ count }: { count: number }) =>
      `${count} rows were too many to be compared with those before; what is twice among them counts twice.`,
    hint: 'Hand over exports of separate periods only, or split the engagement.',
  },
  'exhibit-duplicate': {
    severity: 'info',
    says: ({ path, of }: { path: string; of: string }) => `${path} holds the same bytes as ${of}; it is counted once.`,
    hint: 'Remove one of the two, or keep both: nothing is counted twice.',
  },
  'wrong-client': {
    severity: 'error',
    says: ({ path, found, expected }: { path: string; found: string; expected: string }) =>
      `${path} speaks of ${found}, and this engagement is for ${expected}.`,
    hint: "If it is another client's export, remove it or exclude it by name: exhibits: { <path>: { exclude: true, because: … } }.",
  },
  'time-in-future': {
    severity: 'warning',
    says: ({ raw }: { raw: string }) => `${raw} lies after the as-of date and does not count.`,
    hint: 'Check the clock of the machine that wrote it, or move asOf.',
  },
  'source-said-unknown': {
    severity: 'warning',
    says: ({ path, source }: { path: string; source: string }) =>
      `exhibits: ${path} names the source ${source}, which there is not.`,
    hint: 'Run "proofpack list sources" for the names.',
  },
  'source-said-unfit': {
    severity: 'warning',
    says: ({ path, source, reason }: { path: string; source: string; reason: string }) =>
      `exhibits: ${path} names the source ${source}, but the file does not fit it: ${reason}`,
    hint: 'Check the name, or leave it out and let the file be recognised.',
  },
  'exhibit-said-missing': {
    severity: 'warning',
    says: ({ path }: { path: string }) =>
      `exhibits: ${path} is named in the engagement file, and there is no such file.`,
    hint: 'Check the spelling of the path; it is relative to the engagement folder, with forward slashes.',
  },
  'time-unreadable': {
    severity: 'warning',
    says: ({ raw, count }: { raw: string; count: number }) =>
      count === 1
        ? `"${raw}" could not be read as a time and was left undated.`
        : `${count} texts could not be read as times and were left undated, the first: "${raw}".`,
    hint: 'Export the times in ISO form (2026-10-15 14:30) if the tool can.',
  },
  'value-lost': {
    severity: 'warning',
    says: ({ field }: { field: string }) => `${field} holds the name of a type instead of its value.`,
    hint: 'Expand the column before exporting, for example with Select-Object and a calculated property that joins the values.',
  },
} as const satisfies Record<string, Message>;

const WORDS_TOLD = 16;

function someOf(known: readonly string[]): string {
  const told = known.slice(0, WORDS_TOLD).join(', ');
  return known.length > WORDS_TOLD ? `${told} and ${known.length - WORDS_TOLD} more` : told;
}
