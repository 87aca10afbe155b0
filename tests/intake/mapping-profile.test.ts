import { describe, expect, it } from 'vitest';
import { readYaml } from '../../src/kernel/yaml.ts';
import { fingerprint, type Mapping, MappingProfile } from '../../src/model/mapping.ts';
import { mappingText } from '../../src/model/mapping-text.ts';
import fc from '../house/fast-check.ts';
import { only, profile } from './mapping-world.ts';
import { exhibit, read } from './world.ts';

const TEXT = mappingText(profile());
const problemsOf = (text: string) =>
  readYaml(text, 'mappings/acme.yaml', MappingProfile).problems.map(
    ({ message, place }) => `${place?.line}:${place?.column} ${message}`,
  );

describe('a profile’s file', () => {
  it('holds the profile', () => {
    expect(readYaml(TEXT, 'mappings/acme.yaml', MappingProfile).value).toEqual(profile());
  });

  it.each([
    [
      'a misspelt key',
      (text: string) => text.replace('strength:', 'strenght:'),
      '11:1 unknown key "strenght"; did you mean "strength"?',
    ],
    [
      'a kind that is no list of rows',
      (text: string) => text.replace('kind: patch-install', 'kind: access-policy'),
      '"kind" is one of',
    ],
    [
      'a field that the kind has not',
      (text: string) => text.replace('  device: Machine', '  devise: Machine'),
      'did you mean "device"?',
    ],
    [
      'a needed field without a column',
      (text: string) => text.replace('  patch: Update\n', ''),
      'a column for patch is wanted',
    ],
    [
      'a column that the header has not',
      (text: string) => text.replace('  patch: Update', '  patch: Updates'),
      'one of the names under "header" is wanted',
    ],
    [
      'a word that is none of ours',
      (text: string) => text.replace('Done: installed', 'Done: success'),
      'one of installed, failed, attempted, removed is wanted',
    ],
    ['a zone that there is not', (text: string) => `${text}zone: Europe/Berlln\n`, 'an IANA time zone is wanted'],
    [
      'a day that there is not',
      (text: string) => text.replace('2026-10-14', '2026-02-30'),
      'a date of the calendar is wanted',
    ],
  ])('is refused for %s, at its place', (_, change, told) => {
    const changed = change(TEXT);
    expect(changed).not.toBe(TEXT);
    expect(problemsOf(changed).join('\n')).toContain(told);
  });

  it('claims no more than its kind can be', () => {
    const risks = { kind: 'risk-item', header: ['Id', 'Risk'], columns: { riskId: 'Id', title: 'Risk' }, words: {} };
    expect(() => profile({ ...risks, strength: 'R' })).toThrow(/at most A is wanted/);
    expect(profile({ ...risks, strength: 'A' }).strength).toBe('A');
    expect(() =>
      profile({
        kind: 'endpoint-protection',
        strength: 'R',
        columns: { device: 'Machine' },
        fixed: { product: 'X' },
        words: {},
      }),
    ).toThrow(/at most C is wanted/);
  });

  it('is a statement where a person says for all rows what verdicts turn on', () => {
    const stated = {
      columns: { device: 'Machine', patch: 'Update', observed: 'When' },
      fixed: { outcome: 'installed' },
      words: {},
    };
    expect(() => profile(stated)).toThrow(/A is wanted, since outcome is fixed/);
    expect(profile({ ...stated, strength: 'A' }).fixed).toEqual({ outcome: 'installed' });
  });

  it('has the fingerprint of its header, whatever its case and order', () => {
    const other = { header: ['when', ' STATE', 'Update', 'machine'] };
    expect(fingerprint(other)).toBe(fingerprint(profile()));
    expect(fingerprint({ header: ['Machine', 'Update', 'State', 'Date'] })).not.toBe(fingerprint(profile()));
  });
});

/** Words that break files when they are not quoted. */
const word = fc
  .oneof(
    fc.constantFrom(
      'yes',
      'No',
      'null',
      '1',
      '~',
      'a: b',
      '# x',
      '- y',
      '"q"',
      "it's",
      '{z}',
      'ä ß',
      '2026-01-01',
      '\\',
      '?',
    ),
    fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' }),
  )
  .map((text) => text.replace(/[\p{C}\p{Z}]+/gu, ' ').trim())
  .filter((text) => text !== '' && text !== '__proto__' && text !== 'constructor');

const OURS = ['installed', 'failed', 'attempted', 'removed', '?'] as const;

const anyMapping: fc.Arbitrary<Mapping> = fc
  .record({
    because: word.map((text) => `Because ${text}`),
    header: fc.uniqueArray(word, { minLength: 4, maxLength: 7, selector: (name) => name.toLowerCase() }),
    words: fc.dictionary(word, fc.constantFrom(...OURS), { maxKeys: 5, noNullPrototype: true }),
    leaveOut: word,
  })
  .map(({ because, header, words, leaveOut }) => {
    const [device = '', patch = '', outcome = '', observed = ''] = header;
    const made = profile({
      because,
      header,
      columns: { device, patch, outcome, observed },
      words: { outcome: words },
      leaveOut: [{ column: device, is: leaveOut }],
    });
    return { name: 'any', profile: made, text: mappingText(made) };
  });

const anyRow = fc.record({
  outcome: fc.oneof(word, fc.constantFrom('Done', 'installed', 'success', 'OK')),
  known: fc.boolean(),
  pick: fc.nat(4),
});

describe('whatever a profile says', () => {
  it('its file says the same when it is read again', () => {
    fc.assert(
      fc.property(anyMapping, ({ profile: made, text }) => {
        expect(readYaml(text, 'mappings/any.yaml', MappingProfile)).toMatchObject({ value: made, problems: [] });
      }),
      { numRuns: 60 },
    );
  });

  it('it reads the same records as its file does, and installs nothing by a word that it does not know', async () => {
    await fc.assert(
      fc.asyncProperty(anyMapping, fc.array(anyRow, { minLength: 1, maxLength: 6 }), async (made, rows) => {
        const { header, words } = made.profile;
        const known = Object.keys(words['outcome'] ?? {});
        const items = rows.map(({ outcome, known: wanted, pick }, at) =>
          Object.fromEntries(
            header.map((name, column) => [
              name,
              [`PC-${at}`, 'KB1', wanted ? (known[pick] ?? outcome) : outcome, '2026-09-01'][column] ?? 'x',
            ]),
          ),
        );
        const file = exhibit('any.json', JSON.stringify(items));
        // As JSON: what a table does to quotes and separators is another story.
        const asJson = (mapping: Mapping): Mapping => ({
          ...mapping,
          profile: { ...mapping.profile, reads: { shape: 'json', items: '' } },
        });
        const reread = readYaml(made.text, 'mappings/any.yaml', MappingProfile).value ?? made.profile;
        const first = await read(file, only(asJson(made)));
        const second = await read(file, only(asJson({ ...made, profile: reread })));
        expect(second.records).toEqual(first.records);
        const fold = (text: string) => text.trim().toLowerCase();
        const passing = new Set(
          Object.entries(words['outcome'] ?? {}).flatMap(([theirs, ours]) =>
            ours === 'installed' ? [fold(theirs)] : [],
          ),
        );
        for (const record of first.records) {
          if (record.kind === 'patch-install' && record.outcome === 'installed')
            expect(passing).toContain(fold(record.verbatim));
        }
      }),
      { numRuns: 50 },
    );
  });
});
