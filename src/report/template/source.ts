/** Templates as text: `documents` by id (`02-control-report`), `partials` by name. Whoever reads the disk hands them over. */
export interface Templates {
  readonly documents: Readonly<Record<string, string>>;
  readonly partials: Readonly<Record<string, string>>;
  /** The files among them that are not ours: `templates/02-control-report.hbs`, or with `../` before it where a portfolio lends it. */
  readonly own?: readonly string[];
}

export interface TemplateSource {
  readonly id: string;
  /** As told in errors: `templates/02-control-report.hbs`. */
  readonly file: string;
  readonly text: string;
}

/** What becomes of a document: a PDF, or a page of HTML. */
export const OUTPUTS = ['pdf', 'html'] as const;
export type Output = (typeof OUTPUTS)[number];

/** What documents send their readers elsewhere for: a document says in its head what it tells, for an edition may lack it or have another. */
export const TOLD = ['questions', 'controls', 'gaps', 'evidence', 'statements'] as const;
export type Told = (typeof TOLD)[number];

type Own = Templates['own'];

export function documentSource(id: string, text: string, own: Own): TemplateSource {
  return { id, file: whereIs(`templates/${id}.hbs`, own), text: plainLineEnds(text) };
}

export function partialSource(id: string, text: string, own: Own): TemplateSource {
  return { id, file: whereIs(`templates/partials/${id}.hbs`, own), text: plainLineEnds(text) };
}

function whereIs(file: string, own: Own = []): string {
  return own.includes(`../${file}`) ? `../${file}` : file;
}

/** Templates that somebody else wrote, each with its text. */
export function ownTemplates({ documents, partials, own = [] }: Templates): readonly TemplateSource[] {
  const sources = [
    ...Object.entries(documents).map(([id, text]) => documentSource(id, text, own)),
    ...Object.entries(partials).map(([id, text]) => partialSource(id, text, own)),
  ];
  return sources.filter(({ file }) => own.includes(file));
}

/** A template edited on Windows is the same template. */
function plainLineEnds(text: string): string {
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}
