import { INTAKE_REASONS } from '../kernel/messages/intake-words.ts';
import { decoded } from './tar-header.ts';
import { Refused } from './trouble.ts';

/** What a pax header says of the entry behind it, as far as it matters here. */
export interface Pax {
  readonly name?: string;
  readonly size?: number;
}

const SPACE = 0x20;
const LF = 0x0a;
const EQUALS = 0x3d;
/** Keywords that make the data something else than the file: parts of a sparse file, the target of a link, another character set. */
const MISLEADING = /^(?:GNU\.sparse\.|SCHILY\.realsize$|linkpath$|hdrcharset$)/;

/** Records of the form `length keyword=value\n`, whose length counts all of it. One that lies refuses the archive. */
export function paxOf(data: Buffer): Pax {
  const said = new Map<string, Buffer>();
  let at = 0;
  while (at < data.length) {
    const space = data.indexOf(SPACE, at);
    const digits = /^[1-9]\d{0,9}$/.exec(data.toString('latin1', at, Math.max(at, Math.min(space, at + 11))))?.[0];
    const end = at + Number(digits);
    if (digits === undefined || end > data.length || end <= space || data[end - 1] !== LF) throw lies();
    const record = data.subarray(space + 1, end - 1);
    const equals = record.indexOf(EQUALS);
    const keyword = record.toString('latin1', 0, Math.max(0, equals));
    if (equals < 1 || said.has(keyword) || MISLEADING.test(keyword)) throw lies();
    said.set(keyword, record.subarray(equals + 1));
    at = end;
  }
  const [name, size] = [textOf(said.get('path')), textOf(said.get('size'))];
  if (name === '' || (size !== undefined && !/^\d{1,15}$/.test(size))) throw lies();
  return { ...(name !== undefined && { name }), ...(size !== undefined && { size: Number(size) }) };
}

function textOf(value: Buffer | undefined): string | undefined {
  return value && decoded(value);
}

function lies(): Refused {
  return new Refused(INTAKE_REASONS.tarHeader());
}
