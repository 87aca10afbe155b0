import { QuestionnaireWords } from '../model/questionnaire-words.ts';
import { Thesaurus } from '../model/thesaurus.ts';
import { readShipped } from './shipped.ts';

/** How the field says the same in several ways, as it is shipped. */
export function readThesaurus(): Promise<Thesaurus> {
  return readShipped('frameworks/thesaurus.yaml', Thesaurus);
}

/** How forms of others are worded, as it is shipped. */
export function readQuestionnaireWords(): Promise<QuestionnaireWords> {
  return readShipped('vocabulary/questionnaires.yaml', QuestionnaireWords);
}
