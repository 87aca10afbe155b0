import { attribute, type Edit, type Element, isOn, xmlText } from '../archive/xml.ts';

/** A stretch of the document's text, by where it begins and ends. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Something that Word lets people fill: a content control, or a form field of older documents. */
export interface WordControl {
  readonly kind: 'list' | 'tick' | 'text' | 'date';
  readonly words: readonly string[];
  readonly on: boolean;
  /** Only a prompt stands in it. */
  readonly prompting: boolean;
  /** The texts that it shows, each between its tags. */
  readonly texts: readonly Stretch[];
  /** What says that it shows only a prompt. */
  readonly prompts: readonly Stretch[];
  /** The mark of a tick or the choice of a field's list: replaced where it stands, else put at `from`. */
  readonly mark: (Stretch & { readonly tag: string }) | null;
  /** Where a text can be put that shows none yet. */
  readonly gap: Stretch | null;
  readonly prefix: string;
  readonly field: boolean;
}

export type OpenControl = {
  -readonly [K in keyof WordControl]: WordControl[K] extends readonly (infer T)[] ? T[] : WordControl[K];
} & { known: boolean };

export function newControl(prefix: string, field: boolean): OpenControl {
  return {
    kind: 'text',
    known: false,
    words: [],
    on: false,
    prompting: false,
    texts: [],
    prompts: [],
    mark: null,
    gap: null,
    prefix,
    field,
  };
}

/** Reads what a control says of itself; only what people may fill is known afterwards. */
export function readControl(element: Element, control: OpenControl): void {
  const { name, prefix, start, tagEnd } = element;
  const settle = (kind: OpenControl['kind']) => {
    control.kind = kind;
    control.known = true;
  };
  switch (name) {
    case 'dropDownList':
    case 'comboBox':
    case 'ddList':
      settle('list');
      if (name === 'ddList') control.mark = { from: tagEnd, to: tagEnd, tag: `${prefix}result` };
      return;
    case 'listItem': {
      const value = attribute(element, 'value');
      const shown = attribute(element, 'displayText') ?? value ?? '';
      // The first entry often is the prompt itself, without a value.
      if (shown !== '' && value !== '') control.words.push(shown);
      return;
    }
    case 'listEntry':
      control.words.push(attribute(element, 'val') ?? '');
      return;
    case 'checkbox':
    case 'checkBox':
      settle('tick');
      return;
    case 'text':
    case 'textInput':
      settle('text');
      return;
    case 'date':
      settle('date');
      return;
    case 'showingPlcHdr':
      control.prompting = true;
      // A control for any text says nothing of itself but its prompt.
      control.known = true;
      return;
    case 'checked':
      control.on = isOn(attribute(element, 'val') ?? '1');
      control.mark = { from: start, to: tagEnd, tag: `${prefix}checked` };
      return;
    case 'result':
      if (control.field) control.mark = { from: start, to: tagEnd, tag: `${prefix}result` };
      return;
    case 'default':
      if (control.field && control.mark === null) control.on = isOn(attribute(element, 'val') ?? '1');
  }
}

/** What becomes of a control when it says this. */
export function controlEdits(control: WordControl, text: string): readonly Edit[] {
  const { kind, texts, prompts, mark, gap, prefix, words, field } = control;
  const [first, ...others] = texts;
  const shown = kind === 'tick' ? '☒' : xmlText(text);
  // A box of an older document is drawn by Word; its text is nobody's.
  const showing =
    kind === 'tick' && field ? [] : first === undefined ? filling(gap, prefix, shown) : [{ ...first, text: shown }];
  const value = kind === 'tick' ? '1' : String(words.indexOf(text));
  const attributePrefix = mark?.tag.includes(':') ? mark.tag.slice(0, mark.tag.indexOf(':') + 1) : '';
  const marking = mark !== null && (kind === 'tick' || (kind === 'list' && field));
  return [
    ...showing,
    ...(kind === 'tick' && field ? [] : others.map((each) => ({ ...each, text: '' }))),
    ...prompts.map((each) => ({ ...each, text: '' })),
    ...(marking ? [{ from: mark.from, to: mark.to, text: `<${mark.tag} ${attributePrefix}val="${value}"/>` }] : []),
  ];
}

function filling(gap: Stretch | null, prefix: string, shown: string): readonly Edit[] {
  if (gap === null) return [];
  return [{ ...gap, text: `<${prefix}r><${prefix}t xml:space="preserve">${shown}</${prefix}t></${prefix}r>` }];
}
