import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ResponsibilityWords } from '../../src/model/responsibility-words.ts';
import { speakMatrix } from '../../src/ownership/index.ts';
import { FRAMEWORKS, MODELS, owners, PRACTICES } from './shipped.ts';

const FILE = new URL('../../frameworks/operating-models/rules/responsibility-words.yaml', import.meta.url);
const RAW = parse(readFileSync(FILE, 'utf8')) as object;
const { dialects } = ResponsibilityWords.parse(RAW);

function spoken(id: string, says: object = {}, provider?: string) {
  const dialect = dialects.find((each) => each.id === id);
  if (dialect === undefined) throw new Error(`no ${id}`);
  const ownership = owners(says, { frameworks: FRAMEWORKS });
  return speakMatrix({ ownership, practices: PRACTICES, frameworks: FRAMEWORKS, dialect, provider });
}
const valuesOf = (matrix: ReturnType<typeof spoken>, control: string) =>
  matrix.controls.find((each) => each.control === control)?.values;
const by = (responsible: string[]) => ({
  ownership: [{ control: 'PR.DS-11', responsible, because: 'As a test has it.', split: {} }],
});

const CSA = ['CSP-owned', 'CSC-owned', '3rd-party outsourced', 'Shared CSP and CSC', 'Shared CSP and 3rd-party'];

describe('the matrix in the words of others', () => {
  it('knows the provider that does most, and speaks for those whom it employs', () => {
    expect(spoken('csa').provider).toBe('msp');
    expect(valuesOf(spoken('csa', by(['vciso'])), 'PR.DS-11')).toEqual(['CSP-owned']);
  });

  it.each<[string[], string, string[]]>([
    [['msp'], 'CSP-owned', ['Service Provider System Specific', 'Yes']],
    [['internal-it'], 'CSC-owned', ['Provided by Customer', 'No']],
    [['internal-it', 'msp'], 'Shared CSP and CSC', ['Shared', 'Partial']],
    [['internal-it', 'msp', 'hr'], 'Shared CSP and CSC', ['Shared', 'Partial']],
  ])('%s do it', (responsible, csa, fedramp) => {
    expect(valuesOf(spoken('csa', by(responsible)), 'PR.DS-11')).toEqual([csa]);
    expect(valuesOf(spoken('fedramp', by(responsible)), 'PR.DS-11')).toEqual(fedramp);
  });

  it.each<[string[], string, string[]]>([
    [['mssp'], '3rd-party outsourced', ['Provided by Customer', 'No']],
    [['msp', 'mssp'], 'Shared CSP and 3rd-party', ['Service Provider Hybrid', 'Yes']],
    [['internal-it', 'mssp'], 'CSC-owned', ['Provided by Customer', 'No']],
  ])('%s do it, one of them a provider of its own', (responsible, csa, fedramp) => {
    const says = {
      ...by(responsible),
      parties: { msp: { name: 'Northlake' }, mssp: { name: 'Tidewatch', side: 'provider' } },
    };
    expect(valuesOf(spoken('csa', says), 'PR.DS-11')).toEqual([csa]);
    expect(valuesOf(spoken('fedramp', says), 'PR.DS-11')).toEqual(fedramp);
  });

  it('gives every control of every framework under every model one of the published words, with a reason', () => {
    for (const { id: operatingModel } of MODELS) {
      const { controls } = spoken('csa', { operatingModel });
      expect(controls.length).toBe(FRAMEWORKS.flatMap((framework) => framework.controls).length);
      expect(controls.filter(({ values }) => !CSA.includes(values[0] ?? ''))).toEqual([]);
      expect(controls.filter(({ because }) => because.length < 10)).toEqual([]);
    }
  });

  it('never lets a client inherit a legal duty, although the provider does all the work', () => {
    const legal = new Set(PRACTICES.filter(({ duty }) => duty === 'legal').map(({ id }) => id));
    const ownership = owners({ operatingModel: 'fully-managed' }, { frameworks: FRAMEWORKS });
    const controls = ownership.controls.filter(({ assignment }) => legal.has(assignment.practice));
    const fedramp = spoken('fedramp', { operatingModel: 'fully-managed' });
    expect(controls.length).toBeGreaterThan(10);
    expect(controls.filter(({ control }) => valuesOf(fedramp, control)?.[1] === 'Yes')).toEqual([]);
  });

  it('tells both sides their part, and leaves none out that answers', () => {
    const says = {
      ownership: [
        { control: 'PR.DS-11', accountable: 'internal-it', responsible: ['msp'], because: 'As a test has it.' },
      ],
    };
    const row = spoken('csa', says).controls.find(({ control }) => control === 'PR.DS-11');
    expect(row?.providerDoes).toContain('Managed service provider');
    expect(row?.clientDoes).toContain('answers for it');
  });
});

describe('a dialect', () => {
  const changed = (change: (rule: { values: string[]; when: object }[]) => unknown) => {
    const copy = structuredClone(RAW) as { dialects: { rules: { values: string[]; when: object }[] }[] };
    change(copy.dialects[0]?.rules ?? []);
    return ResponsibilityWords.safeParse(copy).success;
  };

  it('has a value for each of its columns, and a last rule for whatever is left', () => {
    expect(changed(() => undefined)).toBe(true);
    expect(changed((rules) => rules[0]?.values.push('more'))).toBe(false);
    expect(changed((rules) => rules.pop())).toBe(false);
  });
});
