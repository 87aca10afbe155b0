import type { Catalog } from '../../model/catalog.ts';
import type { Control, Framework } from '../../model/control.ts';
import type { Cadence, Practice } from '../../model/practice.ts';
import type { Thesaurus } from '../../model/thesaurus.ts';
import { type Reading, readerOf } from './text.ts';
import { type Wording, wordingReader } from './wording.ts';

/** One question of ours that a question of theirs may be. */
export interface Target {
  readonly framework: string;
  readonly control: string;
  readonly title: string;
  readonly asks: string;
  readonly answer: Control['answer'];
  /** Targets of one kin are judged by the same practices and expectations: it does not matter which of them is meant. */
  readonly kin: string;
  /** The question itself, in our words. */
  readonly reading: Reading;
  readonly wording: Wording;
  /** What the practices behind it are about: it may be said in the question, and need not. */
  readonly about: Reading;
  /** How often its practices recur, in days: what the verdict holds them to although the question does not say it. */
  readonly rhythms: ReadonlySet<number>;
  readonly terms: ReadonlyMap<string, number>;
}

const DAYS: Readonly<Record<Cadence, number>> = {
  continuous: 1,
  daily: 1,
  weekly: 7,
  monthly: 30,
  quarterly: 90,
  'half-yearly': 182,
  yearly: 365,
};

const WEIGHTS = { title: 2, asks: 2, practice: 1, meaning: 0.5 };

/** Every question of every questionnaire of the catalogue, ready to be matched. */
export function targetsOf(catalog: Catalog, thesaurus: Thesaurus): readonly Target[] {
  const practices = new Map(catalog.practices.map((practice) => [practice.id, practice]));
  const read = readerOf(thesaurus);
  const readWording = wordingReader(thesaurus);
  return catalog.frameworks
    .filter(({ kind }) => kind === 'questionnaire')
    .flatMap((framework) =>
      framework.controls.map((control) => targetOf(framework, control, { practices, read, readWording })),
    );
}

function targetOf(
  framework: Framework,
  control: Control,
  {
    practices,
    read,
    readWording,
  }: {
    practices: ReadonlyMap<string, Practice>;
    read: ReturnType<typeof readerOf>;
    readWording: ReturnType<typeof wordingReader>;
  },
): Target {
  const behind = control.practices
    .filter(({ bears }) => bears !== 'as-context')
    .flatMap(({ practice }) => practices.get(practice) ?? []);
  const own = `${control.title}. ${control.summary}`;
  const reading = read(own);
  const wording = readWording(own, reading);
  const about = read(behind.map(({ title, meaning }) => `${title}. ${meaning}`).join(' '));
  const parts = [
    { text: control.title, weight: WEIGHTS.title },
    { text: control.summary, weight: WEIGHTS.asks },
    ...behind.map(({ title }) => ({ text: title, weight: WEIGHTS.practice })),
    ...behind.map(({ meaning }) => ({ text: meaning, weight: WEIGHTS.meaning })),
  ];
  const terms = new Map<string, number>();
  for (const { text, weight } of parts)
    for (const term of read(text).terms) terms.set(term, (terms.get(term) ?? 0) + weight);
  return {
    framework: framework.id,
    control: control.id,
    title: control.title,
    asks: control.summary,
    answer: control.answer,
    kin: kinOf(framework, control),
    reading,
    wording,
    about,
    rhythms: new Set(behind.flatMap(({ cadence }) => (cadence === undefined ? [] : [DAYS[cadence]]))),
    terms,
  };
}

/** What only people know is a kin of its own; else practices and own expectations decide. */
function kinOf(framework: Framework, control: Control): string {
  const direct = control.practices.filter(({ bears }) => bears === 'directly').map(({ practice }) => practice);
  const own = control.own.map(({ fact, is }) => `${fact}${JSON.stringify(is)}`);
  if (direct.length + own.length === 0) return `${framework.id} ${control.id}`;
  return [...direct.toSorted(), ...own.toSorted()].join(' ');
}
