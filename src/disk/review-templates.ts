import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PACKAGE_ROOT, textsIn } from './ground.ts';
import { TEMPLATE_FOLDER } from './templates.ts';
import { onDisk } from './trouble.ts';

/** The pages of `review` with their style and their script. */
export async function readReviewTemplates(): Promise<{
  readonly pages: Readonly<Record<string, string>>;
  readonly style: string;
  readonly script: string;
}> {
  const folder = join(PACKAGE_ROOT, TEMPLATE_FOLDER, 'review');
  const read = (name: string) => onDisk(join(folder, name), () => readFile(join(folder, name), 'utf8'));
  return { pages: await textsIn(folder, '.hbs'), style: await read('style.css'), script: await read('review.js') };
}
