import { type Diagnostic, diagnostic } from '../kernel/diagnostic.ts';
import { nearest } from '../kernel/text.ts';
import type { FrameworkFiles } from './catalog-check.ts';
import { withdrawalsOf, withdrawnKey } from './withdrawn.ts';

/** Whether each reference is of a list that is declared, each question that is said to ask the same is there, and, where its framework is at hand, names what is there and not withdrawn. */
export function referenceProblems(
  { framework, controls, mapping }: FrameworkFiles,
  all: readonly FrameworkFiles[],
): readonly Diagnostic[] {
  const lists = (mapping.value.references ?? []).map((list) => list.framework);
  const inLists = mapping.value.controls.flatMap(({ references = {} }, i) =>
    Object.entries(references).flatMap(([list, ids]) => {
      const at = (...steps: PropertyKey[]) => mapping.place(['controls', i, 'references', list, ...steps]);
      if (!lists.includes(list)) {
        const word = { word: list, list: 'the head of mapping.yaml', nearest: nearest(list, lists) };
        return [diagnostic('catalogue-reference-unknown', word, at())];
      }
      const target = all.find((each) => each.framework.value.id === list);
      return target === undefined ? [] : ids.flatMap((id, j) => idProblem(id, target, () => at(j)));
    }),
  );
  const twins = mapping.value.controls.flatMap(({ sameAs = {} }, i) =>
    Object.entries(sameAs).flatMap(([list, ids]) => {
      const at = (...steps: PropertyKey[]) => mapping.place(['controls', i, 'sameAs', list, ...steps]);
      const target = all.find((each) => each.framework.value.id === list);
      if (target !== undefined) return ids.flatMap((id, j) => idProblem(id, target, () => at(j)));
      const frameworks = all.map((each) => each.framework.value.id);
      const word = { word: list, list: 'the frameworks at hand', nearest: nearest(list, frameworks) };
      return [diagnostic('catalogue-reference-unknown', word, at())];
    }),
  );
  const parts = (framework.value.parts ?? []).map(({ id }) => id);
  const inParts = controls.value.controls.flatMap(({ parts: named = [] }, i) =>
    named.flatMap((word, j) =>
      parts.includes(word)
        ? []
        : [
            diagnostic(
              'framework-part-unknown',
              { word, nearest: nearest(word, parts), framework: framework.value.title, known: parts },
              controls.place(['controls', i, 'parts', j]),
            ),
          ],
    ),
  );
  return [...inLists, ...twins, ...inParts];
}

function idProblem(
  id: string,
  { framework, controls }: FrameworkFiles,
  at: () => Diagnostic['place'],
): readonly Diagnostic[] {
  const known = controls.value.controls.map((control) => control.id);
  if (known.includes(id)) return [];
  const gone = withdrawalsOf([{ title: framework.value.title, withdrawn: controls.value.withdrawn }]).get(
    withdrawnKey(id),
  );
  return gone === undefined
    ? [
        diagnostic(
          'catalogue-reference-unknown',
          { word: id, list: framework.value.title, nearest: nearest(id, known) },
          at(),
        ),
      ]
    : [diagnostic('control-withdrawn', gone, at())];
}
