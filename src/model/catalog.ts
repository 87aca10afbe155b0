import type { Framework } from './control.ts';
import type { Engagement } from './engagement.ts';
import type { OperatingModel } from './ownership.ts';
import type { Practice } from './practice.ts';

/** Our judgement as data: read once, validated, frozen. */
export interface Catalog {
  readonly domains: readonly { readonly id: string; readonly title: string }[];
  /** In the order of the files and of their rows. */
  readonly practices: readonly Practice[];
  readonly frameworks: readonly Framework[];
  readonly models: readonly OperatingModel[];
}

/** The part of a catalogue that an engagement needs: its frameworks in its order, the practices they point at, the models it names. */
export function inScope(catalog: Catalog, engagement: Engagement): Catalog {
  const { operatingModel } = engagement;
  const frameworks = engagement.frameworks.flatMap((entry) => {
    const id = typeof entry === 'string' ? entry : entry.id;
    return catalog.frameworks.filter((framework) => framework.id === id);
  });
  const pointed = new Set(
    frameworks.flatMap(({ controls }) => controls.flatMap((control) => control.practices.map((edge) => edge.practice))),
  );
  const practices = catalog.practices.filter(({ id }) => pointed.has(id));
  const domains = new Set(practices.map(({ domain }) => domain));
  const models = new Set(
    typeof operatingModel === 'string' ? [operatingModel] : operatingModel.map(({ model }) => model),
  );
  return {
    domains: catalog.domains.filter(({ id }) => domains.has(id)),
    practices,
    frameworks: [...new Set(frameworks)],
    models: catalog.models.filter(({ id }) => models.has(id)),
  };
}
