import { describe, expect, it } from 'vitest';
import { answersOf } from '../../src/bundle/index.ts';

const period = { from: '2025-10-01', to: '2026-09-30' };
const findings = {
  schema: 'proofpack.findings/1',
  client: 'Lakeside',
  asOf: '2026-10-15',
  period,
  frameworks: [
    {
      id: 'csf',
      headline: { controls: 9, applicable: 8, supported: 2, assessed: 5 },
      controls: [{ id: 'A', answer: null }],
    },
  ],
};
const sha = (digit: string): string => digit.repeat(64);
const packageOf = (year: number) => ({
  asOf: `${year}-10-15`,
  period: { from: `${year - 1}-10-01`, to: `${year}-09-30` },
  sha256: sha('a'),
  headlines: [{ framework: 'csf', applicable: 8, supported: 1, assessed: 4 }],
});

describe('what is known of the last package', () => {
  it('are its headline numbers', () => {
    expect(answersOf(findings, undefined, sha('b'))).toEqual({
      client: 'Lakeside',
      asOf: '2026-10-15',
      period,
      sha256: sha('b'),
      answers: [],
      headlines: [{ framework: 'csf', applicable: 8, supported: 2, assessed: 5 }],
    });
  });

  it('are those before it as well, the newest seven of them', () => {
    const earlier = [2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024].map(packageOf);
    const engagement = { client: {}, previous: { ...packageOf(2025), client: 'Lakeside', answers: [], earlier } };
    const read = answersOf(findings, engagement, sha('b'));
    expect(read?.earlier?.map(({ asOf }) => asOf.slice(0, 4))).toEqual([
      '2019',
      '2020',
      '2021',
      '2022',
      '2023',
      '2024',
      '2025',
    ]);
  });

  it('is less where a package is older than that, or names its last one by a path only', () => {
    expect(answersOf(findings, { previous: '../last.zip' }, sha('b'))?.earlier).toBeUndefined();
    const { headlines: _, ...old } = packageOf(2025);
    const engagement = { previous: { ...old, client: 'Lakeside', answers: [] } };
    expect(answersOf(findings, engagement, sha('b'))?.earlier).toEqual([old]);
  });
});
