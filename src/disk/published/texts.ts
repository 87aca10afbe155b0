import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Diagnostic, diagnostic } from '../../kernel/diagnostic.ts';
import { failure } from '../../kernel/failure.ts';
import { sha256 } from '../../kernel/sha256.ts';
import type { Catalog } from '../../model/catalog.ts';
import type { Framework } from '../../model/control.ts';
import { ENGAGEMENT_FILE, type Engagement } from '../../model/engagement.ts';
import { onDisk } from '../trouble.ts';
import { readPublished, statementsOf } from './index.ts';

/** The catalogue with the publishers' own sentences, from the files that the engagement names; they are printed and judge nothing. */
export async function withPublishedTexts(folder: string, engagement: Engagement, catalog: Catalog): Promise<Catalog> {
  const files = new Map(
    engagement.frameworks.flatMap((entry) =>
      typeof entry === 'string' || entry.text === undefined ? [] : [[entry.id, entry.text]],
    ),
  );
  if (files.size === 0) return catalog;
  const frameworks = catalog.frameworks.map((framework) => {
    const file = files.get(framework.id);
    return file === undefined ? framework : withText(framework, folder, file);
  });
  return { ...catalog, frameworks: await Promise.all(frameworks) };
}

async function withText(framework: Framework, folder: string, file: string): Promise<Framework> {
  const text = await onDisk(file, () => readFile(join(folder, file), 'utf8'));
  const published = readPublished(text);
  if ('trouble' in published) throw refused(diagnostic('published-unreadable', { file, reason: published.trouble }));
  const statementOf = statementsOf(published);
  const controls = framework.controls.map((control) => {
    const statement = statementOf(control.id);
    return statement === undefined ? control : { ...control, statement };
  });
  const found = controls.filter(({ statement }) => statement !== undefined).length;
  if (found === 0) {
    throw refused(diagnostic('published-other', { file, title: published.title, framework: framework.title }));
  }
  const { title, version } = published;
  return { ...framework, controls, text: { file, sha256: sha256(text), title, version, controls: found } };
}

function refused(problem: Diagnostic) {
  return failure({ ...problem, place: { path: ENGAGEMENT_FILE } });
}
