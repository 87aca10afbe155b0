import { describe, expect, it } from 'vitest';
import { controlView } from '../../src/report/view/control.ts';
import { lensOn } from '../../src/report/view/lens.ts';
import { share, verdictView } from '../../src/report/view/measure.ts';
import { PLACEMENTS, WORLD } from './world.ts';

describe('a partial verdict', () => {
  it('never stands beside a hundred per cent: all of what was counted is not all that is asked', () => {
    expect(verdictView('partly-supported', { n: 1, of: 1, unit: 'practices' }).extent).toBe(
      '1 of 1 practices, and more is asked',
    );
    expect(verdictView('partly-supported', { n: 2, of: 3, unit: 'practices' }).extent).toBe('2 of 3 practices (66 %)');
    expect(verdictView('partly-supported', { n: 996, of: 1000, unit: 'rows' }).extent).toBe('996 of 1000 rows (99 %)');
  });
});

describe('a share', () => {
  it('is never told as nothing where there is something', () => {
    expect(share(1, 106)).toBe('1 of 106 (under 1 %)');
    expect(share(0, 106)).toBe('0 of 106 (0 %)');
  });
});

describe('what is missing of a control', () => {
  const questions = WORLD.frameworks.find(({ framework }) => framework.id === 'small-questions');
  const [plan] = questions?.framework.controls.filter(({ id }) => id === 'Q-PLAN-01') ?? [];
  const [assessment] = questions?.controls.filter(({ control }) => control === 'Q-PLAN-01') ?? [];
  const [edge] = plan?.practices ?? [];
  if (questions === undefined || plan === undefined || assessment === undefined || edge === undefined)
    throw new Error('no such question');
  const shown = (bearing: typeof edge.bears, direct = 'incident-response-plan') =>
    controlView(
      {
        ...plan,
        practices: [
          { ...edge, practice: direct },
          { ...edge, practice: 'log-review', bears: bearing },
        ],
      },
      { ...assessment, practices: [direct, 'log-review'] },
      questions.framework,
      lensOn(WORLD, { edition: 'auditor', placements: PLACEMENTS, domains: [] }),
    ).missing.map(({ practice }) => practice);

  it('is also what bears in part, where what bears directly is spoken of and by word alone', () => {
    expect(shown('partly')).toEqual(['log review']);
  });

  it('is what bears directly, where evidence for that is missing', () => {
    expect(shown('directly')).toEqual(['log review']);
    expect(shown('partly', 'log-review')).toEqual(['log review']);
  });
});
