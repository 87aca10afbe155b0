import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { extract, type Sources } from '../../src/intake/index.ts';
import { sha256 } from '../../src/kernel/sha256.ts';
import { TOPICS } from '../../src/model/topic.ts';
import * as registered from '../../src/sources/index.ts';
import { engagementWith } from './fixtures.ts';

const SOURCES: Sources = registered;
const TEMPLATES = new URL('../../templates/registers/', import.meta.url);
const DOCS = readFileSync(new URL('../../docs/registers.md', import.meta.url), 'utf8');
const registers = readdirSync(TEMPLATES).map((name) => name.replace(/\.csv$/, ''));

/** What intake makes of a register with these bytes. */
async function read(text: string) {
  const bytes = Buffer.from(text);
  const open = async function* () {
    yield bytes;
  };
  const exhibit = { id: sha256(bytes), path: 'register.csv', size: bytes.length, open };
  const { reports, records } = await extract(exhibit, { engagement: engagementWith(), sources: SOURCES });
  return { report: reports[0], records };
}

describe.each(registers)('the register %s', (id) => {
  const header = readFileSync(new URL(`${id}.csv`, TEMPLATES), 'utf8').trim();
  const chapter = DOCS.split(/^## /m).find((part) => part.startsWith(`${id}:`)) ?? '';
  const example = /```csv\n([\s\S]*?)```/.exec(chapter)?.[1] ?? '';

  it('is empty as long as nobody has filled in the template', async () => {
    const { report } = await read(`${header}\n`);
    expect(report).toMatchObject({ status: 'empty', candidates: [id] });
  });

  it('is read as itself with the row that its documentation shows', async () => {
    const { report, records } = await read(example);
    expect(report).toMatchObject({ status: 'read', source: id, rejected: 0 });
    expect(records.length).toBeGreaterThan(0);
  });

  it('is documented column by column', () => {
    const undocumented = header.split(',').filter((column) => !chapter.split('```')[0]?.includes(column));
    expect(undocumented).toEqual([]);
    expect(example.split('\n')[0]).toBe(header);
  });
});

it('lists every topic that the policy register takes', () => {
  const listed = /<!-- topics -->([\s\S]*)<!-- \/topics -->/.exec(DOCS)?.[1] ?? '';
  expect(listed.match(/[a-z-]+(?=`)/g)).toEqual([...TOPICS]);
});
