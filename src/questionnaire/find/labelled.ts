import type { FormLayout } from '../../model/form-profile.ts';
import type { Grid } from '../../model/questionnaire.ts';
import type { QuestionnaireWords } from '../../model/questionnaire-words.ts';
import { columnName } from '../xlsx/refs.ts';
import { roleOf } from './words.ts';

type LabelRole = 'answer' | 'comment' | 'evidence';

/** A label such as `Answer:` with the place beside it and the question above it. */
interface Labelled {
  readonly role: LabelRole;
  readonly row: number;
  readonly rows: number;
  readonly place: number;
  readonly question: number;
}

const FEWEST = 2;
const FARTHEST = 5;

/** Questions that are answered below, behind a label; undefined where a grid has no such pairs. */
export function labelled(grid: Grid, width: number, words: QuestionnaireWords): readonly FormLayout[] | undefined {
  const found = Array.from({ length: grid.rowCount }, (_, row) => row).flatMap(
    (row) => labelIn(grid, { row, width, words }) ?? [],
  );
  const answers = mostAlike(found.filter(({ role }) => role === 'answer'));
  const [first] = answers;
  const last = answers.at(-1);
  if (first === undefined || last === undefined || answers.length < FEWEST) return undefined;
  const below = (['answer', 'comment', 'evidence'] as const).flatMap((role) => {
    const [same] = mostAlike(found.filter((each) => each.role === role && each.question === first.question));
    return same === undefined ? [] : [[role, { rows: same.rows, column: columnName(same.place) }] as const];
  });
  return [
    {
      grid: grid.name,
      head: 0,
      from: first.row - first.rows + 1,
      to: last.row - last.rows + 1,
      columns: { [columnName(first.question)]: 'question' },
      boxes: {},
      below: Object.fromEntries(below),
      leaveOut: [],
    },
  ];
}

/** Whether a text is but a label of that kind: a text of its own never is. */
export function labelRole(text: string, words: QuestionnaireWords): LabelRole | undefined {
  const role = roleOf(text, words);
  if (role?.whole !== true) return undefined;
  return role.role === 'answer' || role.role === 'comment' || role.role === 'evidence' ? role.role : undefined;
}

function labelIn(
  grid: Grid,
  { row, width, words }: { readonly row: number; readonly width: number; readonly words: QuestionnaireWords },
): Labelled | undefined {
  for (let column = 0; column < width; column += 1) {
    const role = labelRole(grid.at(row, column).text.trim(), words);
    if (role === undefined) continue;
    const place = placeBeside(grid, { row, column, width });
    const asked = place === undefined ? undefined : questionAbove(grid, { row, column: place, words });
    if (place !== undefined && asked !== undefined)
      return { role, row, place, rows: row - asked.row, question: asked.column };
  }
  return undefined;
}

/** The next cell that no other one covers. */
function placeBeside(grid: Grid, at: { readonly row: number; readonly column: number; readonly width: number }) {
  for (let column = at.column + 1; column <= at.width; column += 1)
    if (grid.at(at.row, column).span !== null) return column;
  return undefined;
}

/** The nearest text above that is no label, in the column of the place or left of it. */
function questionAbove(
  grid: Grid,
  { row, column, words }: { readonly row: number; readonly column: number; readonly words: QuestionnaireWords },
): { readonly row: number; readonly column: number } | undefined {
  for (let above = row - 1; above >= Math.max(0, row - FARTHEST); above -= 1) {
    const texts = Array.from({ length: column + 1 }, (_, each) => ({ each, text: grid.at(above, each).text.trim() }));
    const told = texts.filter(({ text }) => text !== '');
    if (told.length === 0 || told.some(({ text }) => labelRole(text, words) !== undefined)) continue;
    // A number often stands before the question.
    const longest = told.reduce((best, each) => (each.text.length > best.text.length ? each : best));
    return { row: above, column: longest.each };
  }
  return undefined;
}

/** Those that stand as most of them do. */
function mostAlike(labels: readonly Labelled[]): readonly Labelled[] {
  const groups = new Map<string, Labelled[]>();
  for (const label of labels) {
    const key = `${label.rows} ${label.place} ${label.question}`;
    groups.set(key, [...(groups.get(key) ?? []), label]);
  }
  return [...groups.values()].reduce<readonly Labelled[]>(
    (best, each) => (each.length > best.length ? each : best),
    [],
  );
}
