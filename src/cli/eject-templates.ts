import { readShippedTemplates, writeNewFiles } from '../disk/index.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import type { Terminal } from './terminal.ts';
import { nearestFew } from './unknown-id.ts';
import { DONE, type Given } from './verb.ts';

type Templates = Awaited<ReturnType<typeof readShippedTemplates>>;

/** Writes copies of our templates where they stand in for ours; a file that is there stays as it is. */
export async function ejectTemplates(given: Given, terminal: Terminal): Promise<number> {
  const [, word = '', folder = '.'] = given.args;
  const wanted = named(word, await readShippedTemplates());
  const { written, kept } = await writeNewFiles(folder, wanted);
  if (terminal.json) {
    terminal.say(JSON.stringify({ schema: 'proofpack.templates/1', folder, written, kept }, null, 2));
    return DONE;
  }
  for (const path of written) terminal.say(`written  ${path}`);
  for (const path of kept) terminal.say(`kept     ${path} (it was there already)`);
  terminal.note(
    `\nThey stand in for ours when ${folder === '.' ? 'this folder' : folder} is built. Delete those that you do not change: they would miss what later versions mend.` +
      `\nNext: proofpack build ${folder}`,
  );
  return DONE;
}

function named(word: string, templates: Templates): Templates {
  const wanted = templates.filter(({ path }) => word === 'all' || [nameOf(path), lastOf(path), path].includes(word));
  if (wanted.length > 0) return wanted;
  const known = templates.map(({ path }) => nameOf(path));
  throw failure(diagnostic('template-unknown', { word, nearest: nearestFew(word, known), known }));
}

/** `partials/control` of `templates/partials/control.hbs`. */
function nameOf(path: string): string {
  return path.replace(/^templates\//, '').replace(/\.hbs$/, '');
}

function lastOf(path: string): string {
  return nameOf(path).replace(/^.*\//, '');
}
