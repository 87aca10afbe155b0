import { counted } from '../text.ts';
import type { Message } from './message.ts';

export const QUESTIONNAIRE_MESSAGES = {
  'form-refused': {
    severity: 'error',
    says: ({ path, reason }: { path: string; reason: string }) => `${path} was not opened: ${reason}.`,
    hint: 'Open it in the program that made it and save it anew as .xlsx, .xlsm, .docx, .pdf, .json or .csv; ask the sender for another copy if that fails.',
  },
  'form-kind-unknown': {
    severity: 'error',
    says: ({ path, saw }: { path: string; saw: string }) => `${path} is no questionnaire that can be filled: ${saw}.`,
    hint: 'Questionnaires are read as .xlsx, .xlsm, .docx, .csv, VSAQ-style .json and fillable .pdf. Open it and save it as one of these.',
  },
  'form-locked-away': {
    severity: 'error',
    says: ({ path }: { path: string }) =>
      `${path} is protected by a password for opening, or is a file of Office before 2007 (.xls, .doc).`,
    hint: 'Open it, take the password away, and save it as .xlsx or .docx; ask the sender for the password if you have none.',
  },
  'form-signed': {
    severity: 'error',
    says: ({ path }: { path: string }) => `${path} carries a digital signature, which every change would break.`,
    hint: 'Ask the sender for a copy without it, or add --allow signed if a broken signature is no harm.',
  },
  'form-cell-refused': {
    severity: 'warning',
    says: ({ grid, cell, reason }: { grid: string; cell: string; reason: string }) =>
      `${grid}, ${cell} was left as it is: ${reason}.`,
    hint: 'Answer it by hand, or lift the guard with --allow and its name if you know that the sender wants it written.',
  },
  'questionnaires-folder-missing': {
    severity: 'error',
    says: ({ folder }: { folder: string }) => `questionnaires: there is no folder ${folder}.`,
    hint: 'Give the folder of shared pairs and profiles as it is seen from engagement.yaml, such as ../shared-answers.',
  },
  'questionnaires-invalid': {
    severity: 'error',
    says: ({ problems }: { problems: string }) => problems,
    hint: 'Compare with docs/answer-a-questionnaire.md.',
  },
  'form-without-questions': {
    severity: 'error',
    says: ({ path }: { path: string }) => `No question with a place for its answer was found in ${path}.`,
    hint: 'Write a profile that says where they are (docs/answer-a-questionnaire.md), or give the columns heads such as Question and Answer.',
  },
  'form-profile-strange': {
    severity: 'error',
    says: ({ grid, known }: { grid: string; known: readonly string[] }) =>
      `The profile of this form speaks of "${grid}", and the form has ${known.map((name) => `"${name}"`).join(', ')}.`,
    hint: 'Correct the profile in questionnaires/, or delete it and run "proofpack answer --profile" anew.',
  },
  'form-beyond-profile': {
    severity: 'warning',
    says: ({ cells }: { cells: readonly string[] }) =>
      `${cells.slice(0, 5).join(', ')}${cells.length > 5 ? ` and ${cells.length - 5} more` : ''}: what stands there asks too, outside of the rows that the profile of this form names. It was not answered.`,
    hint: 'Correct from and to in the profile in questionnaires/, or list the rows under leaveOut if they ask nothing.',
  },
  'answer-inside-engagement': {
    severity: 'error',
    says: ({ path }: { path: string }) =>
      `${path} lies among the exhibits: what is written there would be read as evidence next time.`,
    hint: 'Choose another folder with -o, or one below questionnaires/ of the engagement.',
  },
  'answer-confirm-wrong': {
    severity: 'error',
    says: ({ given, why }: { given: string; why: string }) => `--confirm "${given}" cannot be used: ${why}.`,
    hint: 'Say --confirm Q-012=VS-BCK-05 --by "Your name", or Q-012=none; the answer map names the ids of the questions.',
  },
  'answer-over-claim': {
    severity: 'warning',
    says: ({ id, text }: { id: string; text: string }) => `${id}: ${text}`,
    hint: 'Answer it no stronger than the evidence, or bring the evidence; whoever received the earlier answer may have to be told.',
  },
  'review-refused': {
    severity: 'warning',
    says: ({ id, by, reason }: { id: string; by: string; reason: string }) =>
      `${id}: what ${by} decided in the review was not used: ${reason}`,
    hint: 'Look at the question once more with "proofpack review"; what the evidence does not carry needs a name and a reason.',
  },
  'review-overridden': {
    severity: 'warning',
    says: ({ id, by, text }: { id: string; by: string; text: string }) =>
      `${id}: answered against the evidence by ${by}. ${text}`,
    hint: 'It is printed beside the answer and in the answer map; take it back with "proofpack review" if it is not meant.',
  },
  'review-of-other-edition': {
    severity: 'warning',
    says: ({ title, decisions }: { title: string; decisions: number }) =>
      `questionnaires/review.yaml holds ${counted(decisions, 'decision')} about another edition of ${title}; none of them is used for this one.`,
    hint: 'Review this edition with "proofpack review", and delete the old entries when they are not needed any more.',
  },
  'review-of-nothing': {
    severity: 'warning',
    says: ({ ids }: { ids: readonly string[] }) =>
      `questionnaires/review.yaml decides about ${ids.join(', ')}, and this form has no such question.`,
    hint: 'The form may have changed since; delete those entries, or review the form anew.',
  },
} as const satisfies Record<string, Message>;
