import { DONE, defineVerb } from '../verb.ts';

const verb = defineVerb({
  group: 'Work',
  rank: 5,
  summary: 'how an export is to be read that no source knows: a mapping profile, proposed and saved',
  takes: [{ name: '<file>', meaning: 'a table (CSV, TSV, semicolons, fixed width), JSON or JSON Lines' }],
  options: [
    { flags: '--kind <kind>', meaning: 'what its rows are, such as patch-install' },
    {
      many: true,
      whole: true,
      flags: '--column <field=header>',
      meaning: 'which column is a field; without a header: none',
    },
    {
      many: true,
      whole: true,
      flags: '--fixed <field=value>',
      meaning: 'the same for all rows, since no column says it',
    },
    {
      many: true,
      whole: true,
      flags: '--word <field:theirs=ours>',
      meaning: 'what a word of the export means; ? leaves it unknown',
    },
    { flags: '--date-order <order>', meaning: 'of dates such as 3/4/2026', choices: ['mdy', 'dmy', 'ymd'] },
    { flags: '--zone <zone>', meaning: "of times that carry none, such as Europe/Berlin (default: the client's)" },
    {
      many: true,
      whole: true,
      flags: '--leave-out <header=word>',
      meaning: 'rows of totals and their like; word* for a beginning, nothing for a blank cell',
    },
    { flags: '--items <path>', meaning: 'where in a JSON document the rows are' },
    { flags: '--product <name>', meaning: 'whose export it is' },
    { flags: '--obtain <path>', meaning: 'the way to it through the menus' },
    { flags: '--title <text>', meaning: 'what it is, in a few words (default: product and kind)' },
    { flags: '--name <name>', meaning: "the profile's file (default: by product and kind)" },
    { flags: '--by <name>', meaning: 'who says so (default: who prepares the engagement)' },
    { flags: '--because <text>', meaning: 'how they know' },
    { flags: '--on <day>', meaning: 'when (default: today)' },
    {
      flags: '--to <folder>',
      meaning: 'where to save it: a folder that engagements share (default: mappings/ beside engagement.yaml)',
    },
    { flags: '--accept', meaning: 'save it without asking' },
    { flags: '--replace', meaning: 'save the next version in place of a profile of this name' },
    { flags: '--no-input', meaning: 'never ask, even at a terminal' },
  ],
  examples: [
    'proofpack map clients/lakeside/patching/rmm-report.csv',
    'proofpack map rmm-report.csv --kind patch-install --column device=Computer --word outcome:OK=installed --product "Acme RMM" --by "Marta Ruiz" --because "Read with the vendor\'s manual" --to ../shared-mappings --accept',
  ],
  run: async (given, terminal) => {
    const { mapFile } = await import('../map-file.ts');
    await mapFile(given, terminal);
    return DONE;
  },
});

export default verb;
