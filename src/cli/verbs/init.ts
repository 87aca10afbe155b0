import { EDITIONS } from '../../model/edition.ts';
import { DONE, defineVerb } from '../verb.ts';

const verb = defineVerb({
  group: 'Work',
  rank: 1,
  summary: 'an engagement file by a few questions, and the collection guide',
  takes: [{ name: '[folder]', meaning: 'where to write them (default: here)' }],
  options: [
    { flags: '--client <name>', meaning: 'the client, as it shall be printed' },
    { many: true, flags: '--framework <id>', meaning: 'what to answer to (default: nist-csf-2.0)' },
    { flags: '--model <id>', meaning: 'who operates what (default: co-managed)' },
    { flags: '--as-of <day>', meaning: 'the day on which the answers are signed (default: today)' },
    { flags: '--period-from <day>', meaning: 'the first day that evidence must cover (default: a year back)' },
    { flags: '--period-to <day>', meaning: 'the last one (default: the as-of day)' },
    { flags: '--time-zone <zone>', meaning: "the client's, such as America/Chicago" },
    { many: true, flags: '--domain <name>', meaning: "the client's internet domains, for the wrong-client alarm" },
    { flags: '--prepared-by <name>', meaning: 'who prepares the package' },
    { flags: '--organisation <name>', meaning: 'and for which organisation' },
    {
      many: true,
      flags: '--edition <id>',
      meaning: 'for whom',
      choices: EDITIONS,
    },
    { flags: '--no-input', meaning: 'never ask, even at a terminal' },
  ],
  examples: [
    'proofpack init clients/lakeside',
    'proofpack init clients/lakeside --client "Lakeside Family Dental" --framework hipaa-security-rule --model co-managed',
  ],
  run: async (given, terminal) => {
    const { initialise } = await import('../initialise.ts');
    await initialise(given, terminal);
    return DONE;
  },
});

export default verb;
