import { EDITIONS } from '../../model/edition.ts';
import { defineVerb } from '../verb.ts';

const verb = defineVerb({
  group: 'Work',
  rank: 4,
  summary: 'what would leave the house: found by kind, taken out, held back',
  takes: [{ name: '<folder>', meaning: 'the folder of engagement.yaml' }],
  options: [
    {
      many: true,
      flags: '--edition <id>',
      meaning: 'for whom, instead of those of the engagement file',
      choices: EDITIONS,
    },
  ],
  examples: ['proofpack preview clients/lakeside --edition insurer'],
  run: async (given, terminal) => {
    const { previewEditions } = await import('../preview-editions.ts');
    return previewEditions(given, terminal);
  },
});

export default verb;
