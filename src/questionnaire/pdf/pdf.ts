import type { PDF } from '@libpdf/core';
import { diagnostic } from '../../kernel/diagnostic.ts';
import { failure } from '../../kernel/failure.ts';
import { QUESTIONNAIRE_REASONS as REASONS } from '../../kernel/messages/questionnaire-words.ts';
import type { Allowance, Entry, Form, Writing } from '../../model/questionnaire.ts';
import type { QuestionnaireWords } from '../../model/questionnaire-words.ts';
import { guard, refusal, said } from '../guard.ts';
import { gridOfList } from '../listed.ts';
import type { OpenForm } from '../open.ts';
import { type PdfQuestion, questionsOfPdf } from './fields.ts';

const LARGEST = 64 * 1024 * 1024;
const PACKAGE = '@libpdf/core';

interface Request {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly allow: ReadonlySet<Allowance>;
  readonly words: QuestionnaireWords;
}

/** A fillable PDF by its fields. Answers are added behind the sender's bytes, which stay as they are. */
export async function openPdf({ path, bytes, allow, words }: Request): Promise<OpenForm> {
  const refuse = (reason: string) => failure(diagnostic('form-refused', { path, reason }, { path }));
  if (bytes.length > LARGEST) throw refuse(REASONS.tooLarge(LARGEST));
  const load = await loader();
  const pdf = await opened(bytes, load, refuse);
  checkFillable(pdf, { path, allow, refuse });
  const questions = read(pdf, words, refuse);
  const form: Form = { kind: 'pdf', grids: [gridOfList('Fields', questions)] };
  return {
    form,
    fill: async ({ writings, allow: lifted }) => {
      const guarded = guard({ form, writings: writings.map(plainer), allow: lifted });
      const drawable = guarded.written.filter(({ entry }) => undrawn(entry) === '');
      const refused = guarded.written.flatMap((writing) => {
        const signs = undrawn(writing.entry);
        return signs === '' ? [] : [{ writing, note: refusal(writing, REASONS.undrawn(signs)) }];
      });
      if (drawable.length === 0) return { bytes, written: [], refused: [...guarded.refused, ...refused] };
      const copy = await load(bytes);
      const fields = copy.getForm();
      if (fields !== null) for (const { spot, entry } of drawable) questions[spot.row - 1]?.set(fields, said(entry));
      return {
        bytes: await copy.save({ incremental: true }),
        written: drawable,
        refused: [...guarded.refused, ...refused],
      };
    },
  };
}

type Load = (bytes: Uint8Array) => Promise<PDF>;

/** Only forms in PDF need it: whoever gets none does without. */
async function loader(): Promise<Load> {
  try {
    const { PDF } = await import('@libpdf/core');
    return (bytes) => PDF.load(bytes);
  } catch (cause) {
    throw failure(diagnostic('package-not-installed', { name: PACKAGE }), { cause });
  }
}

async function opened(bytes: Uint8Array, load: Load, refuse: (reason: string) => Error): Promise<PDF> {
  try {
    return await load(bytes);
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    throw refuse(/encrypt|password/i.test(message) ? REASONS.pdfEncrypted() : REASONS.broken(message.slice(0, 120)));
  }
}

interface Checking {
  readonly path: string;
  readonly allow: ReadonlySet<Allowance>;
  readonly refuse: (reason: string) => Error;
}

/** What a change would break, or what only one program can fill. */
function checkFillable(pdf: PDF, { path, allow, refuse }: Checking): void {
  if (pdf.isEncrypted) throw refuse(REASONS.pdfEncrypted());
  const catalog = pdf.getCatalog();
  const acroForm = catalog.getDict('AcroForm', pdf.context.resolve.bind(pdf.context));
  if (acroForm?.has('XFA') === true) throw refuse(REASONS.pdfXfa());
  const signed = (pdf.getForm()?.getSignatureFields() ?? []).some((field) => field.isSigned()) || catalog.has('Perms');
  if (signed && !allow.has('signed')) throw failure(diagnostic('form-signed', { path }, { path }));
  if ((pdf.getForm()?.getFields() ?? []).length === 0) throw refuse(REASONS.pdfNoFields());
}

function read(pdf: PDF, words: QuestionnaireWords, refuse: (reason: string) => Error): readonly PdfQuestion[] {
  try {
    return questionsOfPdf(pdf, words);
  } catch (error) {
    throw refuse(REASONS.broken(error instanceof Error ? error.message.slice(0, 120) : ''));
  }
}

/** The fonts of forms show what their makers put into them; only these signs are in all of them. */
const UNDRAWN = /[^\n\t\u0020-\u007E]/gu;
const PLAINER: readonly (readonly [RegExp, string])[] = [
  [/[‘’‚]/g, "'"],
  [/[“”„]/g, '"'],
  [/[‐‑–—−]/g, '-'],
  [/…/g, '...'],
  [/[•·]/g, '-'],
  [/\u00A0/g, ' '],
];

/** Signs of print as a typewriter has them. */
function plainer(writing: Writing): Writing {
  const { entry } = writing;
  if (entry.kind !== 'text') return writing;
  const text = PLAINER.reduce((made, [sign, plain]) => made.replace(sign, plain), entry.text);
  return { ...writing, entry: { kind: 'text', text } };
}

function undrawn(entry: Entry): string {
  return [...new Set(said(entry).match(UNDRAWN) ?? [])].slice(0, 5).join(' ');
}
