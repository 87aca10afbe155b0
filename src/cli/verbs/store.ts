import { defineVerb } from '../verb.ts';

const verb = defineVerb({
  group: 'Check',
  rank: 7.3,
  summary: 'checks that everything kept of a client is still there, to the last bit',
  takes: [
    { name: '<what>', meaning: 'check: every stored file is hashed again', choices: ['check'] },
    { name: '<folder>', meaning: 'the folder of engagement.yaml' },
  ],
  options: [{ flags: '--prune', meaning: 'take away files that no build names and that are older than a day' }],
  examples: ['proofpack store check clients/lakeside', 'proofpack store check clients/lakeside --prune'],
  run: async (given, terminal) => {
    const { checkKept } = await import('../check-store.ts');
    return checkKept(given, terminal);
  },
});

export default verb;
