import { capital } from '../kernel/text.ts';
import type { Outcome } from '../model/assessment.ts';

/** What is shown beside a question that nothing answers: never an answer in its place. */
export const BESIDE_IT = (question: string, measured: string) => `Beside it: ${question} ${measured}.`;

/** Why a red row beside a verdict did not make it. */
export const WEIGHED_LESS = (practice: string) =>
  `${practice} bears on it only in part; what its rows show counts as too little here, and as the contrary where that practice is judged.`;

/** What keeps what is shown from being the whole, by how it was found. */
export const LACKING_WORDS = {
  met: () => '',
  partly: (question: string, measured: string) => `In part: ${question} ${measured}.`,
  refuted: (question: string, measured: string) => `Contrary: ${question} ${measured}.`,
  short: (question: string, measured: string) => `Falls short: ${question} ${measured}.`,
  stale: (question: string) => `Not current: ${question}`,
  attested: (question: string, measured: string) => `By word only: ${question} ${capital(measured)}.`,
  unknown: (question: string) => `Not known: ${question}`,
} as const satisfies Record<Outcome, (question: string, measured: string) => string>;
