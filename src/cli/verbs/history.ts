import { defineVerb } from '../verb.ts';

const verb = defineVerb({
  group: 'Check',
  rank: 7.1,
  summary: 'what was built of a client, as its store keeps it',
  takes: [{ name: '<folder>', meaning: 'the folder of engagement.yaml' }],
  options: [],
  examples: ['proofpack history clients/lakeside', 'proofpack history clients/lakeside --json'],
  run: async (given, terminal) => {
    const { tellHistory } = await import('../history.ts');
    return tellHistory(given.args[0] ?? '.', terminal);
  },
});

export default verb;
