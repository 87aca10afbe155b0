import { groupBy } from '../../kernel/order.ts';
import type { Control, Framework } from '../../model/control.ts';
import type { Practice } from '../../model/practice.ts';
import { metadataOf } from './metadata.ts';
import { property, type Scope } from './scope.ts';
import type { Catalog } from './shape/controls.ts';
import { markup } from './text.ts';
import { OSCAL_WORDS } from './words.ts';

type Group = Catalog['groups'][number];

/** The controls that the other documents point at, under the names that they use. */
export function frameworkCatalog(framework: Framework, scope: Scope): Catalog {
  const { title, notice, standing } = framework;
  const byGroup = groupBy(framework.controls, ({ group }) => group);
  const told = new Map(framework.groups.map((group) => [group.id, group.title]));
  return {
    uuid: scope.document('catalog', framework.id),
    metadata: metadataOf(title, scope, [
      ...(standing === undefined ? [] : [`${standing.word}: ${standing.note}`]),
      notice,
      OSCAL_WORDS.catalogue,
    ]),
    groups: [...byGroup].map(
      ([id, controls]): Group => ({
        id: scope.tokens(framework).group(id) ?? id,
        title: markup(told.get(id) ?? id),
        props: property('label', id),
        controls: controls.map((control) => controlOf(control, framework, scope)),
      }),
    ),
  };
}

function controlOf(control: Control, framework: Framework, scope: Scope): Group['controls'][number] {
  const { id, title, summary, statement, requirement, citation, weight } = control;
  const tokens = scope.tokens(framework);
  return {
    id: tokens.control(id) ?? id,
    title: markup(title),
    props: [
      ...property('label', id),
      ...property('citation', citation),
      ...property('requirement', requirement),
      ...property('weight', weight),
    ],
    parts: [
      {
        id: tokens.statement(id),
        name: 'statement',
        props: property('words', statement === undefined ? 'proofpack' : framework.publisher),
        prose: markup(statement ?? summary),
      },
    ],
  };
}

/** Our own practices, which frameworks are mapped to. Their names are legal as they are, but for those that begin with a digit. */
export function practicesCatalog(practices: readonly Practice[], scope: Scope): Catalog {
  return {
    uuid: scope.document('practices'),
    metadata: metadataOf(OSCAL_WORDS.titles.practices, scope, [OSCAL_WORDS.practices]),
    groups: [...groupBy(practices, ({ domain }) => domain)].map(
      ([domain, inside]): Group => ({
        id: `domain_${domain}`,
        title: markup(scope.lens.domainTitle(domain)),
        props: property('label', domain),
        controls: inside.map(({ id, title, meaning, severity, duty }) => ({
          id: practiceToken(id),
          title: markup(title),
          props: [...property('label', id), ...property('severity', severity), ...property('duty', duty)],
          parts: [{ id: `${practiceToken(id)}_smt`, name: 'statement', prose: markup(meaning) }],
        })),
      }),
    ),
  };
}

export function practiceToken(id: string): string {
  return `practice_${id}`;
}
