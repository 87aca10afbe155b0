import { ALLOWANCES } from '../../model/questionnaire.ts';
import { defineVerb } from '../verb.ts';

const verb = defineVerb({
  group: 'Work',
  rank: 4.5,
  summary: "a questionnaire answered in the sender's own file, with the exhibit behind each answer",
  takes: [
    {
      name: '<file>',
      meaning: 'the questionnaire that was sent: .xlsx, .xlsm, .docx, .csv, fillable .pdf or VSAQ .json',
    },
  ],
  options: [
    { flags: '--engagement <folder>', meaning: 'the folder of engagement.yaml (default: the nearest above the file)' },
    {
      flags: '-o, --output <folder>',
      meaning: 'where the answered file, the maps and the package go (default: here, by the name of the file)',
    },
    {
      flags: '--earlier <file>',
      meaning: 'an earlier answer to the same questions: what the evidence does not carry any more is told',
    },
    { many: true, flags: '--allow <guard>', meaning: 'lift a guard of the form', choices: ALLOWANCES },
    { flags: '--profile', meaning: 'save where the form has its questions, for its next edition' },
    {
      many: true,
      whole: true,
      flags: '--confirm <question=id>',
      meaning: 'which question of ours it is, or none; remembered',
    },
    { flags: '--by <name>', meaning: 'who confirms' },
    { flags: '--on <day>', meaning: 'when (default: today)' },
    {
      flags: '--to <folder>',
      meaning: 'remember it for the organisation: a folder that engagements name under "questionnaires"',
    },
    { flags: '--dry-run', meaning: 'show what was found and what would be written, and write nothing' },
    { flags: '--force', meaning: 'replace what stands in the output folder' },
    {
      many: true,
      flags: '--fail-on <condition>',
      meaning: 'exit 1 when there is one',
      choices: ['contradiction', 'person'],
    },
  ],
  examples: [
    'proofpack answer customer.xlsx --engagement clients/quillstack',
    'proofpack answer customer.xlsx --engagement clients/quillstack --earlier last-year.xlsx -o answered/',
  ],
  run: async (given, terminal) => {
    const { answerFile } = await import('../answer-file.ts');
    return answerFile(given, terminal);
  },
});

export default verb;
