import { readFile } from 'node:fs/promises';
import { type Diagnostic, diagnostic } from '../../kernel/diagnostic.ts';
import { sha256 } from '../../kernel/sha256.ts';
import type { ControlEntry } from '../../model/control.ts';
import type { LocatedControls } from '../catalog-check.ts';
import { onDisk } from '../trouble.ts';
import type { PublishedCatalogue } from './catalogue.ts';
import { readPublished } from './index.ts';

/** A publisher's file in the place of controls.yaml: his identifiers, titles and sentences, as they stand there. */
export async function readPublishedControls(
  file: string,
  path: string,
  problems: Diagnostic[],
): Promise<LocatedControls | undefined> {
  const text = await onDisk(path, () => readFile(file, 'utf8'));
  const at = { path, line: 1, column: 1 };
  const published = readPublished(text);
  if ('trouble' in published) {
    problems.push(diagnostic('published-unreadable', { file: path, reason: published.trouble }, at));
    return undefined;
  }
  const { title, version, controls, groups } = published;
  return {
    path,
    place: () => at,
    value: { groups: groups.map((group) => ({ ...group })), controls: controls.map(entryOf) },
    text: { file: path, sha256: sha256(text), title, version, controls: controls.length },
  };
}

function entryOf({ id, title, statement, group }: PublishedCatalogue['controls'][number]): ControlEntry & {
  readonly statement: string;
} {
  return { id, title, summary: statement === '' ? title : statement, group, statement };
}
