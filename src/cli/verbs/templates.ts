import { defineVerb } from '../verb.ts';

const verb = defineVerb({
  group: 'Look up',
  rank: 12,
  summary: 'copies of our documents, to be changed beside an engagement',
  takes: [
    { name: '<what>', meaning: 'eject: write copies into the folder templates/', choices: ['eject'] },
    { name: '<name>', meaning: 'a document or partial such as 02-control-report, or "all"' },
    { name: '[folder]', meaning: 'the folder of engagement.yaml (default: here)' },
  ],
  options: [],
  examples: ['proofpack templates eject 00-read-me-first clients/lakeside', 'proofpack templates eject all'],
  run: async (given, terminal) => {
    const { ejectTemplates } = await import('../eject-templates.ts');
    return ejectTemplates(given, terminal);
  },
});

export default verb;
