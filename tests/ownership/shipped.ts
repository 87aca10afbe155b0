import type { Framework } from '../../src/model/control.ts';
import type { OperatingModel, Ownership } from '../../src/model/ownership.ts';
import { assignOwners } from '../../src/ownership/index.ts';
import { engagement } from '../assessment/world.ts';
import { allModels, allPractices, frameworkIds, frameworkOf } from '../catalog/catalog-files.ts';

export const PRACTICES = allPractices();
export const MODELS = allModels();
export const FRAMEWORKS = frameworkIds().map(frameworkOf);

/** Everybody has a name, so that only what a test breaks is broken. */
export const PEOPLE = {
  'client-leadership': { name: 'Dana Cole' },
  'internal-it': { name: 'Sam Ortiz' },
  hr: { name: 'Ruth Adler' },
  msp: { name: 'Northlake IT', contact: 'Priya Nair' },
  vciso: { name: 'Marta Ruiz', of: 'msp' },
};

/** The owners of Lakeside under the shipped models, with what a test says otherwise. */
export function owners(
  says: object = {},
  { models = MODELS, frameworks = [] }: { models?: readonly OperatingModel[]; frameworks?: readonly Framework[] } = {},
): Ownership {
  return assignOwners({
    engagement: engagement({ operatingModel: 'co-managed', parties: PEOPLE, ...says }),
    models,
    practices: PRACTICES,
    frameworks,
  });
}
