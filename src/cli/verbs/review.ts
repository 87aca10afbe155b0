import { ALLOWANCES } from '../../model/questionnaire.ts';
import { defineVerb } from '../verb.ts';

const verb = defineVerb({
  group: 'Work',
  rank: 4.6,
  summary:
    'a local page: questions beside their cells, exhibits, verdicts, what would leave; decisions are kept in one file',
  takes: [{ name: '<folder>', meaning: 'the folder of engagement.yaml' }],
  options: [
    { flags: '--questionnaire <file>', meaning: 'the questionnaire that was sent, to go through its questions' },
    { flags: '--port <number>', meaning: 'the port on this machine (default: one that is free)' },
    { flags: '--by <name>', meaning: 'who reviews (can be changed on the page)' },
    { flags: '--on <day>', meaning: 'the day that decisions bear (default: today)' },
    { many: true, flags: '--allow <guard>', meaning: 'lift a guard of the form', choices: ALLOWANCES },
  ],
  examples: [
    'proofpack review clients/quillstack --questionnaire customer.xlsx',
    'proofpack review clients/quillstack --by "Marta Ruiz" --port 8080',
  ],
  run: async (given, terminal) => {
    const { reviewFolder } = await import('../review-folder.ts');
    return reviewFolder(given, terminal);
  },
});

export default verb;
