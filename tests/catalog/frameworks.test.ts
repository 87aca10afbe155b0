import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ControlsFile, FrameworkFile, MappingFile } from '../../src/model/control.ts';
import { PracticeFile } from '../../src/model/practice.ts';

const FOLDER = new URL('../../frameworks/', import.meta.url);
const read = (path: string): unknown => parse(readFileSync(new URL(path, FOLDER), 'utf8'));
const FRAMEWORKS = readdirSync(FOLDER, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .filter((name) => name !== 'practices' && name !== 'operating-models')
  .sort();
const facts = new Set(
  readdirSync(new URL('../../src/facts/', import.meta.url)).map((name) => name.replace(/\.ts$/, '')),
);
const all = readdirSync(new URL('practices/', FOLDER)).flatMap(
  (file) => PracticeFile.parse(read(`practices/${file}`)).practices,
);
const practices = new Set(all.map(({ id }) => id));

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
  const { framework, controls, groups, mapping } = load(id);

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

  it('leaves no control without practices, facts, or the word that only people know it or nothing measures it', () => {
    const silent = mapping.filter(
      ({ practices: edges, own, onlyPeopleKnow, notMeasured }) =>
        edges.length + own.length === 0 && onlyPeopleKnow === undefined && notMeasured === undefined,
    );
    expect(silent).toEqual([]);
  });

  it('names first what bears directly, so that the owner is the one who does it', () => {
    const late = mapping.filter(({ practices: edges }) => edges.findIndex(({ bears }) => bears === 'directly') > 0);
    expect(late.map((entry) => entry.id)).toEqual([]);
  });

  it('declares the parts it uses, each of them once', () => {
    const declared = (framework.parts ?? []).map((part) => part.id);
    const used = new Set(controls.flatMap(({ parts = [] }) => parts));
    expect([...used].sort()).toEqual([...declared].sort());
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

  it.each([
    ['mvsp', 25, { business: 8, design: 8, implementation: 5, operational: 4 }],
    ['hipaa-breach-notification', 12, {}],
    ['ftc-safeguards', 65, {}],
    ['pipeda', 10, {}],
    ['phipa', 9, {}],
    ['vendor-security', 111, {}],
    ['hipaa-nprm-2025', 23, {}],
    ['soc2-tsc', 61, {}],
    ['cis-v8.1', 153, {}],
    ['cmmc-2', 149, {}],
  ] as const)('%s has %i controls', (id, count, groups) => {
    const { controls } = load(id);
    expect(controls).toHaveLength(count);
    expect(tally(controls.map(({ group }) => group))).toMatchObject(groups);
  });

  it('SOC 2: 33 common criteria and 3, 5, 2 and 18 of the categories', () => {
    const series = load('soc2-tsc').controls.map(({ id }) => /^[A-Z]+/.exec(id)?.[0] ?? '');
    expect(tally(series)).toEqual({ CC: 33, A: 3, C: 2, PI: 5, P: 18 });
  });

  it('CIS v8.1: 18 controls, and 56, 130 and 153 safeguards in the implementation groups', () => {
    const { controls, groups } = load('cis-v8.1');
    expect(groups).toHaveLength(18);
    expect(tally(controls.flatMap(({ parts = [] }) => parts))).toEqual({ ig1: 56, ig2: 130, ig3: 153 });
  });

  it('CMMC 2.0: 15, 110 and 24, and level 3 holds level 2', () => {
    const { controls } = load('cmmc-2');
    expect(tally(controls.map(({ id }) => id.slice(3, 5)))).toEqual({ L1: 15, L2: 110, L3: 24 });
    expect(tally(controls.flatMap(({ parts = [] }) => parts))).toEqual({
      'level-1': 15,
      'level-2': 110,
      'level-3': 134,
    });
  });

  it('FTC: frees small institutions from four paragraphs and what stands below them', () => {
    const freed = load('ftc-safeguards').controls.filter(
      ({ parts = [] }) => !parts.includes('fewer-than-5000-consumers'),
    );
    const roots = freed.filter(({ parent }) => !freed.some(({ id }) => id === parent)).map(({ id }) => id);
    expect(roots).toEqual(['314.4(b)(1)', '314.4(d)(2)', '314.4(h)', '314.4(i)']);
  });

  it('never has one identifier in two frameworks: engagements name controls by it alone', () => {
    const ids = FRAMEWORKS.flatMap((id) => load(id).controls.map((control) => control.id));
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  it('points at every practice from two frameworks, or says why one is enough', () => {
    const pointing = tally(
      FRAMEWORKS.flatMap((id) => [
        ...new Set(load(id).mapping.flatMap(({ practices: edges }) => edges.map(({ practice }) => practice))),
      ]),
    );
    expect(all.filter(({ id }) => pointing[id] === undefined).map(({ id }) => id)).toEqual([]);
    const alone = all.filter(({ id }) => pointing[id] === 1);
    expect(alone.filter(({ onlyOne }) => onlyOne === undefined).map(({ id }) => id)).toEqual([]);
    expect(all.filter(({ id, onlyOne }) => onlyOne !== undefined && pointing[id] !== 1)).toEqual([]);
  });
});

describe('what is not law, and what was taken back', () => {
  it('is said of the HIPAA proposal in its title, with when it was last looked up', () => {
    const { framework } = load('hipaa-nprm-2025');
    expect(framework.standing).toEqual({ word: 'proposed, not law', note: 'Status as last checked 2026-06; verify.' });
  });

  it('is kept apart: the 91 items that CSF 2.0 withdrew, each with its successors among the active ones', () => {
    const { withdrawn = [], controls, groups } = load('nist-csf-2.0');
    const active = new Set([...controls.map(({ id }) => id), ...groups.flatMap(({ id, section }) => [id, section])]);
    expect(withdrawn).toHaveLength(91);
    expect(withdrawn.filter(({ id }) => active.has(id))).toEqual([]);
    expect(withdrawn.flatMap(({ successors }) => successors).filter((id) => !active.has(id))).toEqual([]);
    // Four categories without a successor of their own in the machine-readable files.
    expect(withdrawn.filter(({ successors }) => successors.length === 0).map(({ id }) => id)).toEqual([
      'PR.IP',
      'PR.PT',
      'DE.DP',
      'RS.RP',
    ]);
  });

  it('never cites a HIPAA to CSF edge as official, and reaches 68 of the 106 subcategories', () => {
    const { references = [], controls } = MappingFile.parse(read('hipaa-security-rule/mapping.yaml'));
    expect(references.map(({ note }) => note)).toEqual([
      'Indicative mapping by this tool, informed by NIST SP 800-66r2; not a NIST or HHS publication.',
    ]);
    const edges = controls.flatMap((control) => control.references?.['nist-csf-2.0'] ?? []);
    expect(edges).toHaveLength(141);
  });
});

describe('insurance questions', () => {
  it('that are core each have a rule: a practice, a measured threshold, or the word that only people know', () => {
    const { controls, mapping } = load('cyber-insurance');
    const ruled = new Map(mapping.map((entry) => [entry.id, entry]));
    const lacking = controls.filter(({ id, weight }) => {
      const rule = ruled.get(id);
      const deciding =
        (rule?.practices ?? []).some(({ bears }) => bears !== 'as-context') || (rule?.own ?? []).length > 0;
      return weight === 'core' && !deciding && rule?.onlyPeopleKnow === undefined;
    });
    expect(lacking.map(({ id }) => id)).toEqual([]);
  });

  it('name carriers by codes that the framework spells out, and every code is used', () => {
    const { controls, framework } = load('cyber-insurance');
    const codes = new Set(controls.flatMap(({ askedBy = [] }) => askedBy.map((code) => code.replace('(scan)', ''))));
    expect([...codes].sort()).toEqual((framework.askers ?? []).map(({ code }) => code).sort());
  });
});

describe('thresholds', () => {
  it('each stand with a reason, in the practice or in the question that sets them', () => {
    const expectations = [
      ...all.flatMap(({ expects }) => expects),
      ...FRAMEWORKS.flatMap((id) => load(id).mapping.flatMap(({ own }) => own)),
    ];
    expect(expectations.filter(({ because }) => because.length < 20)).toEqual([]);
  });
});
