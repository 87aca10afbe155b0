import { defineSource, type FileContext, type TextLine, type Yield } from '../intake/contract.ts';
import type { Place } from '../kernel/place.ts';
import { isDated, type Observed } from '../model/observed.ts';
import { ifDated } from './kit/dated.ts';
import { perFile } from './kit/per-file.ts';
import { firstDated } from './kit/times.ts';

interface Statement {
  readonly values: Map<string, string>;
  readonly place: Place;
}

// The statements are short enough to be read from YAML line by line: one key a line, a new entry at each dash.
const entries = perFile<{ open: Statement | undefined }>(() => ({ open: undefined }));

export default defineSource({
  product: 'MITRE SAF',
  title: 'Manual attestations (JSON or YAML)',
  kinds: ['document'],
  obtain: 'saf attest create -o attestations.json',
  proves: 'What a named person stated about a control that no tool can check, when, and how long that is to hold.',
  cannotProve: 'That it is so: a statement is the weakest evidence, and one dated in the future has no date at all.',
  reads: [
    {
      shape: 'json',
      items: ['', 'data'],
      required: ['control_id', 'explanation', 'frequency', 'status', 'updated'],
      item: (item, file) => statement((name) => item.text(name), item.time('updated'), file),
    },
    {
      shape: 'text',
      anchors: [/^\s*-?\s*control_id:\s*\S/, /^\s*-?\s*frequency:\s*\S/, /^\s*-?\s*updated_by:\s*\S/],
      line: readLine,
      end: flush,
    },
  ],
});

function readLine({ text, place }: TextLine, file: FileContext): Yield {
  const [, dash, key, value] = /^(\s*-\s+)?\s*([a-z_]+):\s*(.*)$/.exec(text) ?? [];
  const before = dash === undefined ? undefined : flush(file);
  if (dash !== undefined) entries(file).open = { values: new Map(), place };
  if (key !== undefined && value !== undefined)
    entries(file).open?.values.set(key, value.replace(/^(['"])(.*)\1$/, '$2').trim());
  return before;
}

function flush(file: FileContext): Yield {
  const { open } = entries(file);
  entries(file).open = undefined;
  if (open === undefined) return undefined;
  const made = statement((name) => open.values.get(name), file.time(open.values.get('updated')), file);
  return made !== undefined && 'kind' in made ? { ...made, at: open.place } : made;
}

function statement(text: (name: string) => string | undefined, updated: Observed, file: FileContext) {
  const control = text('control_id');
  if (control === undefined) return { reject: 'no control_id' };
  const by = text('updated_by');
  return {
    kind: 'document' as const,
    strength: 'A' as const,
    observed: firstDated(updated, file.asStated),
    documentType: 'attestation' as const,
    // It speaks of one rule, never of a hardening standard as a whole: so it is in force for nobody who asks for that.
    topic: 'hardening-standard' as const,
    status: 'unknown' as const,
    title: `Attestation for ${control}: ${text('status') ?? 'no status'}`,
    owner: by,
    approvedBy: by,
    approved: ifDated(updated),
    statement: text('explanation'),
    expires: expiryOf(updated, text('frequency')),
  };
}

const DAYS: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30, y: 365 };
const WORDS: Readonly<Record<string, number>> = {
  daily: 1,
  weekly: 7,
  monthly: 30,
  quarterly: 91,
  semiannually: 182,
  annually: 365,
};
const DAY_MS = 86_400_000;

/** How long it holds; a frequency that we cannot read gives no end. */
function expiryOf(updated: Observed, frequency: string | undefined): Observed | undefined {
  const [, count, unit] = /^(\d+(?:\.\d+)?)\s*([dwmy])/i.exec(frequency ?? '') ?? [];
  const days =
    count === undefined
      ? WORDS[frequency?.toLowerCase() ?? '']
      : Number(count) * (DAYS[unit?.toLowerCase() ?? ''] ?? 0);
  if (days === undefined || !isDated(updated)) return undefined;
  const shift = days * DAY_MS;
  return {
    ...updated,
    raw: `${updated.raw ?? ''} + ${frequency ?? ''}`,
    instant: updated.instant + shift,
    earliest: updated.earliest + shift,
    latest: updated.latest + shift,
  };
}
