import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ControlsFile, FrameworkFile, MappingFile } from '../../src/model/control.ts';

const FOLDER = new URL('../../frameworks/', import.meta.url);
const read = (path: string): unknown => parse(readFileSync(new URL(path, FOLDER), 'utf8'));
const FRAMEWORKS = ['nist-csf-2.0', 'hipaa-security-rule', 'cyber-insurance'];
const facts = new Set(
  readdirSync(new URL('../../src/facts/', import.meta.url)).map((name) => name.replace(/\.ts$/, '')),
);
const practices = new Set(
  readdirSync(new URL('practices/', FOLDER)).flatMap((file) =>
    (read(`practices/${file}`) as { practices: { id: string }[] }).practices.map(({ id }) => id),
  ),
);

const load = (id: string) => ({
  framework: FrameworkFile.parse(read(`${id}/framework.yaml`)),
  ...ControlsFile.parse(read(`${id}/controls.yaml`)),
  mapping: MappingFile.parse(read(`${id}/mapping.yaml`)).controls,
});

const tally = (words: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
};

describe.each(FRAMEWORKS)('%s', (id) => {
  const { controls, groups, mapping } = load(id);

  it('maps each control once, in its order, and nothing else', () => {
    expect(mapping.map((entry) => entry.id)).toEqual(controls.map((control) => control.id));
    expect(new Set(controls.map((control) => control.id)).size).toBe(controls.length);
  });

  it('points only at practices and facts that there are, each practice once a control', () => {
    for (const { id: control, practices: edges, own } of mapping) {
      expect(
        edges.filter(({ practice }) => !practices.has(practice)),
        control,
      ).toEqual([]);
      expect(new Set(edges.map(({ practice }) => practice)).size, control).toBe(edges.length);
      expect(
        own.filter(({ fact }) => !facts.has(fact)),
        control,
      ).toEqual([]);
    }
  });

  it('leaves no control without practices, facts or the word that only people know', () => {
    expect(
      mapping.filter(
        ({ practices: edges, own, onlyPeopleKnow }) => edges.length + own.length === 0 && onlyPeopleKnow === undefined,
      ),
    ).toEqual([]);
  });

  it('groups every control, and names parents that there are', () => {
    const ids = new Set(controls.map((control) => control.id));
    const known = new Set(groups.map((group) => group.id));
    expect(
      controls.filter(({ group, parent }) => !known.has(group) || (parent !== undefined && !ids.has(parent))),
    ).toEqual([]);
  });
});

describe('published counts', () => {
  it('CSF 2.0: 6 functions, 22 categories, 106 subcategories, and no identifier of 1.1', () => {
    const { controls, groups } = load('nist-csf-2.0');
    expect(groups).toHaveLength(22);
    expect(tally(controls.map(({ id }) => id.slice(0, 2)))).toEqual({ GV: 31, ID: 21, PR: 22, DE: 11, RS: 13, RC: 8 });
    expect(
      controls.filter(({ id }) => /^(PR\.(AC|IP|MA|PT)|ID\.(BE|GV|RM|SC)|DE\.DP|RS\.(RP|IM)|RC\.IM)-/.test(id)),
    ).toEqual([]);
  });

  it('HIPAA: 71 rows of the Security Rule, 22 of them addressable', () => {
    const { controls } = load('hipaa-security-rule');
    expect(controls).toHaveLength(71);
    expect(tally(controls.map(({ requirement }) => requirement ?? 'none'))).toEqual({ required: 49, addressable: 22 });
  });

  it('insurance: 118 questions of our own, each with an answer type and a weight', () => {
    const { controls } = load('cyber-insurance');
    expect(controls).toHaveLength(118);
    expect(tally(controls.map(({ weight }) => weight ?? 'none'))).toEqual({ core: 44, common: 56, occasional: 18 });
    expect(controls.filter(({ answer }) => answer === undefined)).toEqual([]);
  });

  it('points at every practice from some framework', () => {
    const pointed = new Set(
      FRAMEWORKS.flatMap((id) =>
        load(id).mapping.flatMap(({ practices: edges }) => edges.map(({ practice }) => practice)),
      ),
    );
    expect([...practices].filter((practice) => !pointed.has(practice))).toEqual([]);
  });
});
