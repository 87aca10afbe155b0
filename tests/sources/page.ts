import type { SourceDefinition } from '../../src/intake/contract.ts';
import { formatsOf, signaturesOf } from '../../src/intake/signature.ts';
import { groupBy } from '../../src/kernel/order.ts';

/** docs/sources.md: every source under its product, written from what the sources declare, so that it cannot say anything else. */
export function sourcesPage(sources: Readonly<Record<string, SourceDefinition>>): string {
  const byProduct = groupBy(Object.entries(sources), ([, { product }]) => product);
  const products = [...byProduct].sort(([a], [b]) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
  return `${[
    '# What proofpack reads',
    `${Object.keys(sources).length} exports of ${products.length} products. Written by \`npm run accept\` from \`src/sources/\`; do not edit. What is not here is read through a [mapping](add-a-mapping.md).`,
    'A file is taken for a source only when everything under *known by* is there and nothing that must be absent. Two sources that would take one file: the file is nobody’s until a person says whose.',
    ...products.flatMap(([product, entries]) => [`## ${product}`, ...entries.flatMap(sourceSection)]),
  ].join('\n\n')}\n`;
}

function sourceSection([id, source]: readonly [string, SourceDefinition]): readonly string[] {
  return [
    `### \`${id}\`: ${source.title}`,
    [
      `- **Formats:** ${formatsOf(source).join(', ')}`,
      `- **Kinds:** ${source.kinds.join(', ')}`,
      `- **Obtain:** ${inline(source.obtain)}`,
      `- **Proves:** ${inline(source.proves)}`,
      `- **Cannot prove:** ${inline(source.cannotProve)}`,
      ...signaturesOf(source).map((signature) => `- **Known by:** ${code(signature)}`),
    ].join('\n'),
  ];
}

/** Menu paths and commands hold characters that Markdown would take for its own. */
function inline(text: string): string {
  return text.replace(/[<>*_|[\]\\`]/g, '\\$&');
}

function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${text}${fence}` : `${fence} ${text} ${fence}`;
}
