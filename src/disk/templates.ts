import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PACKAGE_ROOT, textsIn } from './ground.ts';
import { portfolioAbove } from './portfolio.ts';
import { onDisk } from './trouble.ts';

/** Documents and partials by name. */
export interface TemplateFolder {
  readonly documents: Readonly<Record<string, string>>;
  readonly partials: Readonly<Record<string, string>>;
}

export interface OwnTemplates extends TemplateFolder {
  /** The files beside the engagement, or beside the portfolio above it (`../templates/…`), that stand in for ours or are added to them: `templates/02-control-report.hbs`. */
  readonly own: readonly string[];
}

export interface TemplateTexts extends OwnTemplates {
  /** As they are shipped, whatever stands in for them. */
  readonly shipped: TemplateFolder;
  /** The plain words that go into each package as they stand: how to check one is no matter of taste. */
  readonly howToVerify: string;
  readonly verifyPage: { readonly page: string; readonly scripts: readonly string[] };
}

/** The folder of the package's templates, and of a client's own beside the engagement file. */
export const TEMPLATE_FOLDER = 'templates';
const PARTIALS = 'partials';
/** Documents that are made outside of packages. */
const ALONE = 'alone';
/** Documents on many clients. */
const PORTFOLIO = 'portfolio';
const EXTENSION = '.hbs';
/** In the order in which they build on one another. */
const VERIFY_SCRIPTS = ['zip.mjs', 'bag.mjs', 'signature.mjs', 'pdf.mjs', 'page.mjs'];

/** A template of the client's own is no exhibit; whatever else lies in a folder of that name is. */
export function isTemplatePath(path: string): boolean {
  return /^templates\/(partials\/|alone\/)?[^/]+\.hbs$/.test(path);
}

/** `beside` is an engagement folder: what its `templates/` holds goes before the portfolio's of the same name, and that before ours. */
export async function readTemplates(beside?: string): Promise<TemplateTexts> {
  const root = join(PACKAGE_ROOT, TEMPLATE_FOLDER);
  const howToVerify = join(root, 'package', 'HOW-TO-VERIFY.txt');
  const shipped = await readFolder(root, '');
  return {
    ...(await withOwn(shipped, beside, '')),
    shipped,
    howToVerify: await onDisk(howToVerify, () => readFile(howToVerify, 'utf8')),
    verifyPage: await readVerifyPage(join(root, 'package', 'verify')),
  };
}

/** The templates of the documents that are made outside of packages. */
export async function readAloneTemplates(beside?: string): Promise<OwnTemplates> {
  return withOwn(await readFolder(join(PACKAGE_ROOT, TEMPLATE_FOLDER), ALONE), beside, ALONE);
}

/** The templates of the report on a portfolio; a portfolio may have its own beside portfolio.yaml. */
export async function readPortfolioTemplates(beside?: string): Promise<OwnTemplates> {
  const shipped = await readFolder(join(PACKAGE_ROOT, TEMPLATE_FOLDER), PORTFOLIO);
  const own = await readFolder(join(beside ?? '', TEMPLATE_FOLDER), PORTFOLIO);
  return beside === undefined ? { ...shipped, own: [] } : { ...laid(shipped, own), own: namesOf(own, PORTFOLIO) };
}

/** Every template that is shipped, by the path under which a folder of one's own would stand in for it. */
export async function readShippedTemplates(): Promise<readonly { readonly path: string; readonly text: string }[]> {
  const root = join(PACKAGE_ROOT, TEMPLATE_FOLDER);
  const folders = await Promise.all(
    ['', PARTIALS, ALONE].map(async (folder) =>
      Object.entries(await textsIn(join(root, folder), EXTENSION)).map(([name, text]) => ({
        path: pathOf(folder, name),
        text,
      })),
    ),
  );
  return folders.flat();
}

async function readFolder(root: string, documents: string): Promise<TemplateFolder> {
  return {
    documents: await textsIn(join(root, documents), EXTENSION),
    partials: await textsIn(join(root, PARTIALS), EXTENSION),
  };
}

async function withOwn(shipped: TemplateFolder, beside: string | undefined, folder: string): Promise<OwnTemplates> {
  if (beside === undefined) return { ...shipped, own: [] };
  const own = await readFolder(join(beside, TEMPLATE_FOLDER), folder);
  const portfolio = await portfolioAbove(beside);
  const above = portfolio === undefined ? NONE : await readFolder(join(portfolio, TEMPLATE_FOLDER), folder);
  const names = namesOf(own, folder);
  const lent = namesOf(above, folder).filter((name) => !names.includes(name));
  return { ...laid(laid(shipped, above), own), own: [...lent.map((name) => `../${name}`), ...names] };
}

const NONE: TemplateFolder = { documents: {}, partials: {} };

function laid(under: TemplateFolder, over: TemplateFolder): TemplateFolder {
  return {
    documents: { ...under.documents, ...over.documents },
    partials: { ...under.partials, ...over.partials },
  };
}

function namesOf({ documents, partials }: TemplateFolder, folder: string): readonly string[] {
  return [
    ...Object.keys(documents).map((name) => pathOf(folder, name)),
    ...Object.keys(partials).map((name) => pathOf(PARTIALS, name)),
  ];
}

function pathOf(folder: string, name: string): string {
  return [TEMPLATE_FOLDER, folder, `${name}${EXTENSION}`].filter((part) => part !== '').join('/');
}

async function readVerifyPage(folder: string): Promise<TemplateTexts['verifyPage']> {
  const read = (name: string) => onDisk(join(folder, name), () => readFile(join(folder, name), 'utf8'));
  return { page: await read('verify.html'), scripts: await Promise.all(VERIFY_SCRIPTS.map(read)) };
}
