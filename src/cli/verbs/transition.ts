import { defineVerb } from '../verb.ts';

const verb = defineVerb({
  group: 'Work',
  rank: 5.1,
  summary: 'the handover from one operating model to another: what moves, what must be there first, what is owed',
  takes: [{ name: '<folder>', meaning: 'the folder of engagement.yaml' }],
  options: [
    { flags: '--from <model>', meaning: 'the model that ends (default: the one in force on the day before)' },
    { flags: '--to <model>', meaning: 'the model that begins (default: as the engagement has it)' },
    { flags: '--on <day>', meaning: 'its first day, YYYY-MM-DD (default: the last change in the engagement)' },
    { many: true, flags: '-o, --output <file>', meaning: 'write it: .pdf, .xlsx or .json; several may be given' },
    { flags: '--force', meaning: 'replace files that are there' },
  ],
  examples: [
    'proofpack transition clients/lakeside',
    'proofpack transition clients/lakeside --to internal --on 2027-01-01 -o handover.pdf',
  ],
  run: async (given, terminal) => {
    const { printTransition } = await import('../print-transition.ts');
    return printTransition(given, terminal);
  },
});

export default verb;
