import type { Explored, Said } from '../intake/index.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure, type ProofpackError } from '../kernel/failure.ts';
import { nearest } from '../kernel/text.ts';
import { zoneExists } from '../kernel/zone.ts';
import { isMappable, MAPPABLE_KINDS, type MappableKind, mappedKind } from '../model/mapping/kinds.ts';
import { foldedHeader, type LeaveOut } from '../model/mapping.ts';
import type { Given } from './verb.ts';

/** What was settled on the command line. */
export function saidByFlags(given: Given, { survey }: Explored): Said {
  const headerOf = (flag: string, text: string) => headerNamed(flag, text, survey.names);
  const leaveOut = given.texts('leaveOut').map((text) => ruleOf(text, (header) => headerOf('--leave-out', header)));
  const order = given.text('dateOrder');
  return {
    kind: kindOf(given.text('kind')),
    columns: Object.fromEntries(
      given.texts('column').map((text) => {
        const [field, header] = pair('--column', text, 'field=header');
        return [field, header === '' ? null : headerOf('--column', header)];
      }),
    ),
    fixed: Object.fromEntries(given.texts('fixed').map((text) => pair('--fixed', text, 'field=value'))),
    words: wordsOf(given.texts('word')),
    ...(order === 'mdy' || order === 'dmy' || order === 'ymd' ? { dateOrder: order } : {}),
    zone: zoneOf(given.text('zone')),
    ...(leaveOut.length > 0 ? { leaveOut } : {}),
  };
}

export function wrongFlag(flag: string, got: string, wanted: string): ProofpackError {
  return failure(diagnostic('map-flag-wrong', { flag, got, wanted }));
}

export function kindOf(text: string | undefined): MappableKind | undefined {
  if (text === undefined || isMappable(text)) return text;
  const meant = nearest(text, MAPPABLE_KINDS);
  throw wrongFlag(
    '--kind',
    text,
    `it is one of ${MAPPABLE_KINDS.join(', ')}${meant === undefined ? '' : `; did you mean ${meant}?`}`,
  );
}

export function zoneOf(text: string | undefined): string | undefined {
  if (text === undefined || zoneExists(text)) return text;
  throw wrongFlag('--zone', text, 'an IANA time zone is wanted, such as Europe/Berlin');
}

/** A field that the kind has not is a slip of the pen, and is told before what is missing under its right name. */
export function refuseUnknownFields({ columns, fixed, words }: Said, kind: MappableKind): void {
  const known = ['observed', ...Object.keys(mappedKind(kind).fields)];
  const named = { '--column': columns, '--fixed': fixed, '--word': words };
  for (const [flag, fields] of Object.entries(named)) {
    for (const field of Object.keys(fields).filter((name) => !known.includes(name))) {
      const meant = nearest(field, known);
      throw wrongFlag(
        flag,
        field,
        `${kind} has the fields ${known.join(', ')}${meant === undefined ? '' : `; did you mean "${meant}"?`}`,
      );
    }
  }
}

/** The header as the file writes it. */
export function headerNamed(flag: string, text: string, names: readonly string[]): string {
  const found = names.find((name) => foldedHeader(name) === foldedHeader(text));
  if (found !== undefined) return found;
  const meant = nearest(text, names);
  throw wrongFlag(
    flag,
    text,
    `the file has the columns ${names.join(', ')}${meant === undefined ? '' : `; did you mean ${meant}?`}`,
  );
}

function pair(flag: string, text: string, wanted: string): readonly [string, string] {
  const at = text.indexOf('=');
  if (at < 1) throw wrongFlag(flag, text, `${wanted} is wanted`);
  return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}

/** `outcome:Teilweise=failed`: the tool's word may hold colons and equals signs, a field and our words hold none. */
function wordsOf(texts: readonly string[]): Said['words'] {
  const words: Record<string, Record<string, string>> = {};
  for (const text of texts) {
    const [, field, theirs, ours] = /^([A-Za-z]+):(.+)=([a-z?-]+)$/.exec(text) ?? [];
    if (field === undefined || theirs === undefined || ours === undefined)
      throw wrongFlag('--word', text, 'field:theirs=ours is wanted');
    words[field] = { ...words[field], [theirs.trim()]: ours };
  }
  return words;
}

function ruleOf(text: string, headerOf: (header: string) => string): LeaveOut {
  const [header, word] = pair('--leave-out', text, 'header=word');
  const column = headerOf(header);
  if (word === '') return { column, blank: true };
  return word.endsWith('*') ? { column, begins: word.slice(0, -1) } : { column, is: word };
}
