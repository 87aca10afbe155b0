import { EDITIONS } from '../../model/edition.ts';
import { defineVerb } from '../verb.ts';

const verb = defineVerb({
  group: 'Check',
  rank: 7.2,
  summary: 'a package of the past once more, bit for bit, from what the store keeps',
  takes: [
    { name: '<folder>', meaning: 'the folder of engagement.yaml' },
    { name: '[which]', meaning: 'its as-of day, the beginning of its SHA-256, or last (default: last)' },
  ],
  options: [
    { flags: '-o, --output <path>', meaning: 'the file, or a folder (default: here, under its own name)' },
    {
      flags: '--edition <id>',
      meaning: 'for whom, where a day has several',
      choices: EDITIONS,
    },
    { flags: '--force', meaning: 'replace a file that is no package of ours' },
  ],
  examples: [
    'proofpack rebuild clients/lakeside 2026-10-15 --edition insurer',
    'proofpack rebuild clients/lakeside 3f1c0f4e -o again.zip',
  ],
  run: async (given, terminal) => {
    const { rebuildPackage } = await import('../rebuild-package.ts');
    return rebuildPackage(given, terminal);
  },
});

export default verb;
