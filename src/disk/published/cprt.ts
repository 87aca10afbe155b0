import { z } from 'zod';
import type { PublishedCatalogue, PublishedGroup } from './catalogue.ts';

const Element = z.object({
  element_type: z.string(),
  element_identifier: z.string(),
  title: z.string().default(''),
  text: z.string().default(''),
});
type Element = z.output<typeof Element>;

/** The download of NIST's Cybersecurity and Privacy Reference Tool. */
export const CprtFile = z.object({
  response: z.object({
    elements: z.object({
      documents: z.array(z.object({ name: z.string(), version: z.string() })).min(1),
      elements: z.array(Element),
      relationships: z.array(
        z.object({
          source_element_identifier: z.string(),
          dest_element_identifier: z.string(),
          relationship_identifier: z.string(),
        }),
      ),
    }),
  }),
});
export type CprtFile = z.output<typeof CprtFile>;

/** What hangs on a requirement and is none: examples, discussion, assessment procedures, marks of the tool itself. */
const ANNOTATIONS =
  /^(implementation_example|example|party|sort|withdraw_reason|discussion|reference|odp.*|determination.*|examine|interview|test|assessment.*|note|sample_question.*)$/;

export function fromCprt({ response: { elements: file } }: CprtFile): PublishedCatalogue {
  const byId = new Map(file.elements.map((element) => [element.element_identifier, element]));
  const parents = new Map<string, string>();
  for (const {
    relationship_identifier: kind,
    source_element_identifier: from,
    dest_element_identifier: to,
  } of file.relationships) {
    const [above, below] = [byId.get(from), byId.get(to)];
    if (kind === 'projection' && above && below && !annotates(above) && !annotates(below) && from !== to)
      parents.set(to, from);
  }
  const withdrawn = new Set(
    file.elements.flatMap(({ element_type: type, element_identifier: id }) =>
      type === 'withdraw_reason' ? [id.replace(/^WR-/, '')] : [],
    ),
  );
  const holding = new Set(parents.values());
  const leaves = file.elements.filter(
    (element) =>
      !annotates(element) && !holding.has(element.element_identifier) && parents.has(element.element_identifier),
  );
  const current = leaves.filter(
    ({ element_identifier: id }) => !withdrawn.has(id) && !withdrawn.has(parents.get(id) ?? ''),
  );
  const groups = [...new Set(current.map(({ element_identifier: id }) => parents.get(id) ?? ''))];
  const document = file.documents[0];
  return {
    title: document?.name ?? '',
    version: document?.version ?? '',
    groups: groups.map((id): PublishedGroup => {
      const section = byId.get(parents.get(id) ?? '');
      const title = byId.get(id)?.title || id;
      return section === undefined ? { id, title } : { id, title, sectionTitle: section.title };
    }),
    controls: current.map(({ element_identifier: id, title, text }) => ({
      id,
      title: title || id,
      statement: text,
      group: parents.get(id) ?? '',
      names: [id],
    })),
  };
}

function annotates({ element_type: type }: Element): boolean {
  return ANNOTATIONS.test(type);
}
