import { defineVerb } from '../verb.ts';

const verb = defineVerb({
  group: 'Work',
  rank: 5,
  summary: 'who owns what: the responsibility matrix alone, with everything that is wrong with it',
  takes: [{ name: '<folder>', meaning: 'the folder of engagement.yaml' }],
  options: [
    {
      many: true,
      flags: '-o, --output <file>',
      meaning: 'write it: .pdf, .xlsx, .csv, .md or .json; several may be given',
    },
    { flags: '--party <id>', meaning: 'only the practices in which this party wears a hat' },
    {
      flags: '--redact',
      meaning: 'without the names of people and of the client, and without what is open: for a prospect',
    },
    { flags: '--as <words>', meaning: 'control by control in the words of others: csa, fedramp' },
    { flags: '--provider <id>', meaning: 'with --as: the party that speaks (default: the provider that does most)' },
    { flags: '--csv', meaning: 'as comma-separated values' },
    { flags: '--markdown', meaning: 'as a Markdown table' },
    { flags: '--force', meaning: 'replace files that are there' },
  ],
  examples: [
    'proofpack matrix clients/lakeside',
    'proofpack matrix clients/lakeside -o matrix.pdf -o matrix.xlsx',
    'proofpack matrix clients/lakeside --party internal-it --markdown',
    'proofpack matrix clients/lakeside --as csa --csv',
  ],
  run: async (given, terminal) => {
    const { printMatrix } = await import('../print-matrix.ts');
    return printMatrix(given, terminal);
  },
});

export default verb;
