import type { Lens } from '../view/lens.ts';
import { frameworkCatalog, practicesCatalog } from './catalogs.ts';
import { componentDefinition } from './components.ts';
import { mappingCollection } from './mapping.ts';
import { factObservation } from './observations.ts';
import { assessmentPlan } from './plan.ts';
import { poam } from './poam.ts';
import { relatedTo } from './related.ts';
import { exhibitResources } from './resources.ts';
import { assessmentResults, type Material } from './results.ts';
import { riskOf } from './risks.ts';
import { FILES, type OscalOptions, type Scope, scopeOf } from './scope.ts';
import { observationsOfPeople } from './words-of-people.ts';

export interface OscalFile {
  /** Beside findings.json, in `data/machine/`. */
  readonly name: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/**
 * The findings of an edition in the words of OSCAL. A document that would say nothing is not made: OSCAL has no plan without controls, no
 * plan of action without items and no mapping without edges.
 */
export function oscalFiles(lens: Lens, options: OscalOptions): readonly OscalFile[] {
  const scope = scopeOf(lens, options);
  const material = materialOf(scope);
  const frameworks = material.frameworks.map(({ framework }) => framework);
  const components = componentDefinition(material.frameworks, scope);
  const mapping = mappingCollection(frameworks, scope);
  const { practices, gaps } = scope.findings;
  return [
    ...frameworks.map((framework) => file(scope.tokens(framework).file, 'catalog', frameworkCatalog(framework, scope))),
    ...(practices.length === 0 ? [] : [file(FILES.practices, 'catalog', practicesCatalog(practices, scope))]),
    ...(frameworks.length === 0
      ? []
      : [
          file(FILES.plan, 'assessment-plan', assessmentPlan(material.frameworks, scope)),
          file(FILES.results, 'assessment-results', assessmentResults(material, scope)),
        ]),
    ...(gaps.length === 0 ? [] : [file(FILES.poam, 'plan-of-action-and-milestones', poam(material, scope))]),
    ...(components === undefined ? [] : [file(FILES.components, 'component-definition', components)]),
    ...(mapping === undefined ? [] : [file(FILES.mapping, 'mapping-collection', mapping)]),
  ];
}

function materialOf(scope: Scope): Material {
  const { findings } = scope;
  const exhibits = exhibitResources(scope);
  const people = observationsOfPeople(exhibits, scope);
  const related = relatedTo(people, scope);
  return {
    frameworks: findings.frameworks.filter(({ framework }) => framework.controls.length > 0),
    exhibits,
    observations: [
      ...findings.facts.map((named) => factObservation(named, exhibits, scope)),
      ...people.map(({ observation }) => observation),
    ],
    risks: findings.gaps.map((gap) => riskOf(gap, related, scope)),
    related,
  };
}

function file(name: string, root: string, document: unknown): OscalFile {
  return { name, content: { [root]: document } };
}
