import type {
  CheckboxField,
  DropdownField,
  FormField,
  ListBoxField,
  PDF,
  PDFForm,
  RadioField,
  TextField,
} from '@libpdf/core';
import type { Takes } from '../../model/questionnaire.ts';
import type { QuestionnaireWords } from '../../model/questionnaire-words.ts';
import type { Listed } from '../listed.ts';
import { groupsOf, questionOfGroup } from './groups.ts';
import { type Box, isLevel, wordsBefore, wordsBehind } from './near.ts';
import { firstBox, type Placed, placing } from './placing.ts';

/** A question of a PDF form with how its answer is set. */
export interface PdfQuestion extends Listed {
  readonly page: number;
  readonly box: Box;
  /** Sets it in the form of a copy. */
  readonly set: (form: PDFForm, word: string) => void;
}

/** The fields of a form as questions, in the order in which they are read. */
export function questionsOfPdf(pdf: PDF, words: QuestionnaireWords): readonly PdfQuestion[] {
  const form = pdf.getForm();
  if (form === null) return [];
  const place = placing(pdf, form);
  const ticks = form
    .getCheckboxes()
    .flatMap(place)
    .filter(({ field }) => field.getOnValues().length > 0);
  const groups = groupsOf(ticks, words);
  const grouped = new Set(groups.flatMap(({ members }) => members.map(({ tick }) => tick)));
  const found = [
    ...form.getTextFields().flatMap(place).flatMap(textQuestion),
    ...form
      .getDropdowns()
      .flatMap(place)
      .map((each) => choiceQuestion(each, (to, name, value) => to.getDropdown(name)?.setValue(value))),
    ...form
      .getListBoxes()
      .flatMap(place)
      .map((each) => choiceQuestion(each, (to, name, value) => to.getListBox(name)?.setValue([value]))),
    ...form.getRadioGroups().flatMap(place).map(radioQuestion),
    ...ticks.filter((tick) => !grouped.has(tick)).map(tickQuestion),
    ...groups.map(questionOfGroup),
  ];
  return found.toSorted(
    (a, b) => a.page - b.page || (isLevel(a.box, b.box) ? a.box.left - b.box.left : b.box.top - a.box.top),
  );
}

function question(
  placed: Placed,
  own: Pick<PdfQuestion, 'takes' | 'answer' | 'set'>,
  near = wordsBefore(firstBox(placed), placed.lines),
): PdfQuestion {
  const { field, page } = placed;
  const text = askedBy(field, near);
  return { name: field.name, section: '', text, locked: field.isReadOnly(), page, box: firstBox(placed), ...own };
}

function textQuestion(placed: Placed<TextField>): readonly PdfQuestion[] {
  const { field } = placed;
  if (field.isPassword || field.isFileSelect) return [];
  const set = (form: PDFForm, word: string) => form.getTextField(field.name)?.setValue(word);
  return [question(placed, { takes: takesText(field, firstBox(placed)), answer: field.getValue(), set })];
}

function choiceQuestion(
  placed: Placed<DropdownField | ListBoxField>,
  put: (form: PDFForm, name: string, value: string) => void,
): PdfQuestion {
  const { field } = placed;
  const options = field.getOptions();
  const value = [field.getValue()].flat()[0] ?? '';
  return question(placed, {
    takes: { kind: 'list', words: options.map(({ display }) => display), format: 'text' },
    // Many forms begin with a blank choice.
    answer: (options.find((each) => each.value === value)?.display ?? value).trim(),
    set: (form, word) => put(form, field.name, options.find(({ display }) => display === word)?.value ?? word),
  });
}

function radioQuestion(placed: Placed<RadioField>): PdfQuestion {
  const { field } = placed;
  const options = field.getOptions();
  const labels = options.map((option, index) => labelOf(placed, { index, option }));
  return question(placed, {
    takes: { kind: 'list', words: labels, format: 'text' },
    answer: labels[options.indexOf(field.getValue() ?? '')] ?? '',
    set: (form, word) => form.getRadioGroup(field.name)?.setValue(options[labels.indexOf(word)] ?? null),
  });
}

/** One box, or several of one field of which one is ticked. */
function tickQuestion(placed: Placed<CheckboxField>): PdfQuestion {
  const { field, lines, around } = placed;
  const values = field.getOnValues();
  if (!field.isGroup)
    return question(
      placed,
      {
        takes: { kind: 'tick', format: 'general' },
        answer: field.isChecked() ? 'X' : '',
        set: (form) => form.getCheckbox(field.name)?.check(),
      },
      wordsBehind(firstBox(placed), lines, around) || wordsBefore(firstBox(placed), lines),
    );
  const labels = values.map((option, index) => labelOf(placed, { index, option }));
  return question(placed, {
    takes: { kind: 'list', words: labels, format: 'text' },
    answer: labels[values.indexOf(field.getValue())] ?? '',
    set: (form, word) => form.getCheckbox(field.name)?.setValue(values[labels.indexOf(word)] ?? 'Off'),
  });
}

/** The word behind a button, else what the form itself calls it. */
function labelOf(
  { boxes, lines, around }: Placed,
  { index, option }: { readonly index: number; readonly option: string },
): string {
  const box = boxes[index];
  const behind = box === undefined ? '' : wordsBehind(box, lines, around);
  return behind === '' ? option : behind;
}

/** A tooltip of several words is the question; else the words near the field are, else its name. */
function askedBy(field: FormField, near: string): string {
  const told = field.alternateName?.trim() ?? '';
  if (told.split(/\s+/).length > 2) return told;
  return near !== '' ? near : told !== '' ? told : field.name.replace(/[_.[\]\d]+/g, ' ').trim();
}

/** About as many letters as are seen at once; what is longer would be cut off in print. */
const WIDTH = 5;
const HEIGHT = 11;

function takesText(field: TextField, { left, right, bottom, top }: Box): Takes {
  const lines = field.isMultiline ? Math.max(1, Math.floor((top - bottom) / HEIGHT)) : 1;
  const seen = Math.floor((right - left) / WIDTH) * lines;
  const most = field.maxLength > 0 ? Math.min(field.maxLength, seen) : seen;
  return { kind: 'length', format: 'text', within: { least: null, most, except: null } };
}
