import { diagnostic } from '../../kernel/diagnostic.ts';
import { failure } from '../../kernel/failure.ts';
import { QUESTIONNAIRE_REASONS } from '../../kernel/messages/questionnaire-words.ts';
import type { Archive } from '../archive/parts.ts';
import { attribute, isOn, walkXml } from '../archive/xml.ts';
import { type CellStyle, readStyles } from './styles.ts';
import { readTexts } from './texts.ts';

/** A workbook by its parts; sheets are read when they are asked for. */
export interface OpenWorkbook {
  readonly path: string;
  readonly archive: Archive;
  readonly workbookPart: string;
  readonly relations: Relations;
  readonly sheets: readonly SheetEntry[];
  /** By name in lower case. */
  readonly names: ReadonlyMap<string, string>;
  readonly texts: readonly string[];
  readonly styles: readonly CellStyle[];
  readonly from1904: boolean;
}

export interface SheetEntry {
  readonly name: string;
  readonly part: string;
  readonly hidden: boolean;
}

export interface Relations {
  readonly part: string;
  readonly targets: readonly { readonly id: string; readonly type: string; readonly target: string }[];
}

export function openWorkbook(path: string, archive: Archive): OpenWorkbook {
  const refuse = (reason: string) => failure(diagnostic('form-refused', { path, reason }, { path }));
  try {
    const workbookPart = mainPart(archive);
    if (workbookPart === undefined) throw refuse(QUESTIONNAIRE_REASONS.noWorkbook());
    const relations = relationsOf(archive, workbookPart);
    const target = (type: string) => relations.targets.find((each) => each.type.endsWith(`/${type}`))?.target;
    const [texts, styles] = [target('sharedStrings'), target('styles')].map((part) => part && archive.text(part));
    return {
      path,
      archive,
      workbookPart,
      relations,
      ...outline(archive.text(workbookPart) ?? '', relations),
      texts: readTexts(texts ?? ''),
      styles: readStyles(styles ?? ''),
    };
  } catch (error) {
    if (error instanceof Error && 'hint' in error) throw error;
    throw refuse(QUESTIONNAIRE_REASONS.broken(error instanceof Error ? error.message : ''));
  }
}

/** Named by the package's own relations; usually `xl/workbook.xml`. */
function mainPart(archive: Archive): string | undefined {
  const main = relationsOf(archive, '').targets.find(({ type }) => type.endsWith('/officeDocument'))?.target;
  const name = main ?? 'xl/workbook.xml';
  return /workbook[^/]*\.xml$/i.test(name) && archive.parts.some((part) => part.name === name) ? name : undefined;
}

export function relationsOf(archive: Archive, part: string): Relations {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const relationsPart = `${folder}_rels/${part.slice(slash)}.rels`;
  const targets: Relations['targets'][number][] = [];
  const xml = archive.text(relationsPart);
  if (xml !== undefined) {
    walkXml(xml, {
      open: ({ name, attributes }) => {
        if (name !== 'Relationship' || attributes['TargetMode'] === 'External') return;
        const { Id: id = '', Type: type = '', Target: target = '' } = attributes;
        targets.push({ id, type, target: resolved(folder, target) });
      },
    });
  }
  return { part: relationsPart, targets };
}

function resolved(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps = folder.split('/').filter((step) => step !== '');
  for (const step of target.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function outline(xml: string, relations: Relations): Pick<OpenWorkbook, 'sheets' | 'names' | 'from1904'> {
  const parts = new Map(relations.targets.map(({ id, target }) => [id, target]));
  const sheets: SheetEntry[] = [];
  const names = new Map<string, string>();
  let from1904 = false;
  let naming: string | undefined;
  walkXml(xml, {
    open: (element) => {
      const { name, attributes } = element;
      if (name === 'workbookPr') from1904 = isOn(attributes['date1904']);
      if (name === 'definedName') naming = attributes['name']?.toLowerCase();
      if (name !== 'sheet') return;
      const part = parts.get(attribute({ attributes: withoutOwnId(attributes) }, 'id') ?? '');
      const hidden = attributes['state'] !== undefined && attributes['state'] !== 'visible';
      if (part !== undefined) sheets.push({ name: attributes['name'] ?? '', part, hidden });
    },
    text: (text) => {
      if (naming !== undefined) names.set(naming, (names.get(naming) ?? '') + text);
    },
    close: ({ name }) => {
      if (name === 'definedName') naming = undefined;
    },
  });
  return { sheets, names, from1904 };
}

/** A sheet has a number of its own, and the id of its part with a prefix. */
function withoutOwnId({
  sheetId: _,
  ...attributes
}: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return attributes;
}
