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
    const { id, parts } = typeof entry === 'string' ? { id: entry, parts: undefined } : entry;
    return catalog.frameworks.filter((framework) => framework.id === id).map((framework) => inParts(framework, parts));
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
    frameworks: [...new Map(frameworks.map((framework) => [framework.id, framework])).values()],
    models: catalog.models.filter(({ id }) => models.has(id)),
  };
}

/** The framework as far as these parts reach; all of it where none is named. */
export function inParts(framework: Framework, parts: readonly string[] | undefined): Framework {
  if (parts === undefined) return framework;
  const controls = framework.controls.filter((control) => control.parts?.some((part) => parts.includes(part)));
  const titles = (framework.parts ?? []).filter(({ id }) => parts.includes(id)).map(({ title }) => title);
  const groups = new Set(controls.map(({ group }) => group));
  return {
    ...framework,
    title: framework.title.includes(titles.join(', ')) ? framework.title : `${framework.title}: ${titles.join(', ')}`,
    groups: framework.groups.filter(({ id }) => groups.has(id)),
    controls,
  };
}

/** What judges, without the publishers' sentences. */
export function withoutTexts(catalog: Catalog): Catalog {
  return {
    ...catalog,
    frameworks: catalog.frameworks.map(({ text: _, ...framework }) => ({
      ...framework,
      controls: framework.controls.map(({ statement: __, ...control }) => control),
    })),
  };
}
