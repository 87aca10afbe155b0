import type { CheckboxField } from '@libpdf/core';
import type { QuestionnaireWords } from '../../model/questionnaire-words.ts';
import { sayingOf } from '../find/words.ts';
import type { PdfQuestion } from './fields.ts';
import { isLevel, type Line, wordsBefore, wordsBehind } from './near.ts';
import { firstBox, NOWHERE, type Placed } from './placing.ts';

/** Boxes of one question. */
export interface Group {
  readonly page: number;
  readonly lines: readonly Line[];
  readonly members: readonly { readonly tick: Placed<CheckboxField>; readonly word: string }[];
}

/** Boxes in one line whose words are ways to answer, such as Yes and No, are one question. */
export function groupsOf(ticks: readonly Placed<CheckboxField>[], words: QuestionnaireWords): readonly Group[] {
  const groups: { page: number; lines: readonly Line[]; members: { tick: Placed<CheckboxField>; word: string }[] }[] =
    [];
  const ordered = ticks
    .filter(({ field }) => !field.isGroup && field.getOnValues().length > 0)
    .toSorted((a, b) => firstBox(a).left - firstBox(b).left);
  for (const tick of ordered) {
    const box = firstBox(tick);
    const word = wordsBehind(box, tick.lines, tick.around);
    const saying = sayingOf(word, words);
    if (saying === undefined) continue;
    const group = groups.find(
      ({ page, members }) =>
        page === tick.page &&
        members.every((member) => isLevel(firstBox(member.tick), box) && sayingOf(member.word, words) !== saying),
    );
    if (group === undefined) groups.push({ page: tick.page, lines: tick.lines, members: [{ tick, word }] });
    else group.members.push({ tick, word });
  }
  return groups.filter(({ members }) => members.length > 1);
}

export function questionOfGroup({ page, lines, members }: Group): PdfQuestion {
  const [first] = members;
  const box = first === undefined ? NOWHERE : firstBox(first.tick);
  const fields = members.map(({ tick }) => tick.field);
  return {
    name: fields.map(({ name }) => name).join(' / '),
    section: '',
    text: wordsBefore(box, lines),
    takes: { kind: 'list', words: members.map(({ word }) => word), format: 'text' },
    answer: members.find(({ tick }) => tick.field.isChecked())?.word ?? '',
    locked: fields.some((field) => field.isReadOnly()),
    page,
    box,
    set: (form, word) => {
      const name = members.find((member) => member.word === word)?.tick.field.name ?? '';
      form.getCheckbox(name)?.check();
    },
  };
}
