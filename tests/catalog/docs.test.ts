import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readCatalog } from '../../src/disk/index.ts';
import { folderWith } from '../disk/world.ts';

const GUIDE = readFileSync(new URL('../../docs/add-a-framework.md', import.meta.url), 'utf8');

/** The first block of YAML below a file's name in bold. */
const block = (name: string): string =>
  new RegExp(`\\*\\*${name}\\*\\*\\n\\n\`\`\`yaml\\n([\\s\\S]*?)\`\`\``).exec(GUIDE)?.[1] ?? '';

it('the framework of the guide is read as it stands there, with its references', async () => {
  const references = /```yaml\n(references:\n[\s\S]*?)```/.exec(GUIDE)?.[1] ?? '';
  const beside = folderWith({
    'frameworks/acme-vendor-review/framework.yaml': block('framework.yaml'),
    'frameworks/acme-vendor-review/controls.yaml': block('controls.yaml'),
    'frameworks/acme-vendor-review/mapping.yaml': block('mapping.yaml') + references,
  });
  const { frameworks } = await readCatalog({ beside });
  const own = frameworks.find(({ id }) => id === 'acme-vendor-review');
  expect(own?.controls.map(({ id, notMeasured }) => [id, notMeasured !== undefined])).toEqual([
    ['ACME-1', false],
    ['ACME-2', false],
    ['ACME-3', true],
  ]);
  expect(own?.counts).toEqual({ questions: 3 });
  expect(own?.references?.map(({ framework }) => framework)).toEqual(['mvsp']);
});

it('a mistake in a framework of one’s own is told with file, line and column', async () => {
  const beside = folderWith({
    'frameworks/acme-vendor-review/framework.yaml': block('framework.yaml'),
    'frameworks/acme-vendor-review/controls.yaml': block('controls.yaml').replace('title: Annual', 'titel: Annual'),
    'frameworks/acme-vendor-review/mapping.yaml': block('mapping.yaml'),
  });
  await expect(readCatalog({ beside })).rejects.toThrow(
    /frameworks\/acme-vendor-review\/controls\.yaml:10:5 .*unknown key "titel"; did you mean "title"\?/,
  );
});
