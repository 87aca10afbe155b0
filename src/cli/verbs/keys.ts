import { defineVerb } from '../verb.ts';

const verb = defineVerb({
  group: 'Check',
  rank: 8,
  summary: 'a key to sign packages with, and what others need to know of it',
  takes: [
    { name: '<what>', meaning: 'new: make a key; show: tell of one that is there', choices: ['new', 'show'] },
    { name: '<file>', meaning: 'the secret key; its public half stands beside it as <file>.pub' },
  ],
  options: [
    {
      flags: '--passphrase-file <file>',
      meaning: 'with show: its first line opens the key (default: it is asked for)',
    },
    { flags: '--name <name>', meaning: 'whose key it is, such as an e-mail address (default: the name of the file)' },
  ],
  examples: [
    'proofpack keys new ~/keys/northlake --name marta@northlake.example',
    'proofpack keys show ~/keys/northlake',
    'proofpack build clients/lakeside --sign ~/keys/northlake',
  ],
  run: async (given, terminal) => {
    const { handleKeys } = await import('../handle-keys.ts');
    return handleKeys(given, terminal);
  },
});

export default verb;
