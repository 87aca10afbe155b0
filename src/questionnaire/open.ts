import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import type { Allowance, Form } from '../model/questionnaire.ts';
import type { QuestionnaireWords } from '../model/questionnaire-words.ts';
import type { Filled, FillRequest } from './xlsx/fill.ts';

/** A file that was sent to be answered: what it asks, and how it is filled. */
export interface OpenForm {
  readonly form: Form;
  /** Where answers are no part of the form: what their own file is called. */
  readonly outputName?: (name: string) => string;
  readonly fill: (request: Omit<FillRequest, 'form'>) => Filled | Promise<Filled>;
}

interface Request {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly allow: ReadonlySet<Allowance>;
  /** How forms of others are worded. */
  readonly words: QuestionnaireWords;
}

/** Opens a questionnaire by what it is; only a text is told by its name. */
export async function openForm(request: Request): Promise<OpenForm> {
  const { path, bytes } = request;
  if (begins(bytes, OLD_OFFICE)) throw failure(diagnostic('form-locked-away', { path }, { path }));
  if (begins(bytes, ZIP)) return openOffice(request);
  if (begins(bytes, PDF)) return (await import('./pdf/pdf.ts')).openPdf(request);
  if (/\.(csv|tsv|txt)$/i.test(path)) return (await import('./csv/csv.ts')).openCsv(path, bytes);
  if (/\.json$/i.test(path)) return (await import('./json/json.ts')).openJson(path, bytes);
  throw failure(diagnostic('form-kind-unknown', { path, saw: 'it is no Office file' }, { path }));
}

const PDF = [0x25, 0x50, 0x44, 0x46, 0x2d];
const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** Office before 2007, and what newer Office locks with a password. */
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];

function begins(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

async function openOffice({ path, bytes, allow, words }: Request): Promise<OpenForm> {
  const { openArchive } = await import('./archive/parts.ts');
  const archive = await openArchive(path, bytes);
  const signed = archive.parts.some(({ name }) => name.startsWith('_xmlsignatures/'));
  if (signed && !allow.has('signed')) throw failure(diagnostic('form-signed', { path }, { path }));
  if (archive.parts.some(({ name }) => name === 'word/document.xml'))
    return (await import('./docx/docx.ts')).openDocx(path, archive, words);
  const [{ openWorkbook }, { formOfWorkbook }, { fillWorkbook }] = await Promise.all([
    import('./xlsx/workbook.ts'),
    import('./xlsx/form.ts'),
    import('./xlsx/fill.ts'),
  ]);
  const workbook = openWorkbook(path, archive);
  const form = formOfWorkbook(workbook);
  return { form, fill: (request) => fillWorkbook(workbook, { ...request, form }) };
}
