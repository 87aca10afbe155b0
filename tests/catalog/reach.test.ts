import { describe, expect, it } from 'vitest';
import { assignOwners } from '../../src/ownership/index.ts';
import { engagement } from '../assessment/world.ts';
import { allModels, allPractices, frameworkIds, frameworkOf } from './catalog-files.ts';

const PRACTICES = allPractices();
const MODELS = allModels();
const FRAMEWORKS = frameworkIds().map(frameworkOf);

describe('frameworks, practices and models together', () => {
  it('point at every practice from at least one framework, and at no other', () => {
    const asked = new Set(
      FRAMEWORKS.flatMap(({ controls }) => controls.flatMap(({ practices }) => practices.map((edge) => edge.practice))),
    );
    const ids = PRACTICES.map(({ id }) => id);
    expect(ids.filter((id) => !asked.has(id))).toEqual([]);
    expect([...asked].filter((id) => !ids.includes(id))).toEqual([]);
  });

  it.each(MODELS.map(({ id }) => id))('give every control one owner under %s', (operatingModel) => {
    const { controls } = assignOwners({
      engagement: engagement({ operatingModel }),
      models: MODELS,
      practices: PRACTICES,
      frameworks: FRAMEWORKS,
    });
    const all = FRAMEWORKS.flatMap((framework) => framework.controls.map(({ id }) => `${framework.id} ${id}`));
    expect(controls.map(({ framework, control }) => `${framework} ${control}`)).toEqual(all);
    const lacking = controls.filter(
      ({ assignment }) => assignment.accountable === '' || assignment.responsible.length === 0,
    );
    expect(lacking).toEqual([]);
  });

  it.each(MODELS.map(({ id }) => id))('leave Govern with the leadership under %s', (operatingModel) => {
    const { controls } = assignOwners({
      engagement: engagement({ operatingModel }),
      models: MODELS,
      practices: PRACTICES,
      frameworks: FRAMEWORKS,
    });
    const govern = controls.filter(({ control }) => control.startsWith('GV.'));
    expect(govern.length).toBe(31);
    expect(govern.filter(({ assignment }) => assignment.accountable !== 'client-leadership')).toEqual([]);
  });
});
