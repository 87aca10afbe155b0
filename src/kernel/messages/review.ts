import { counted } from '../text.ts';
import type { Message } from './message.ts';

export const REVIEW_MESSAGES = {
  'review-port-taken': {
    severity: 'error',
    says: ({ port }: { port: string }) => `The page cannot be served on port ${port} of this machine.`,
    hint: 'Name another port with --port, or leave it out: one that is free will be taken.',
  },
  'review-port-wrong': {
    severity: 'error',
    says: ({ got }: { got: string }) => `--port wants a number from 1024 to 65535; this is "${got}".`,
    hint: 'Leave it out, and a free port will be taken.',
  },
} as const satisfies Record<string, Message>;

/** What the page says to whoever may not see it: nothing of any client. */
export const REVIEW_DOOR = {
  notYours: 'This page is opened by the link that proofpack printed in its terminal.\n',
  notHere: 'There is nothing here.\n',
  tooMuch: 'That is more than a decision can be.\n',
  wrongWay: 'This was not sent by the page itself, and nothing was done.\n',
  broken: 'Something went wrong; nothing was saved. The terminal tells what.\n',
} as const;

/** What becomes of a form that was sent. */
export const REVIEW_SAID = {
  nameWanted: () => 'Your name is wanted: a decision is somebody’s.',
  answerWanted: () => 'An answer is wanted.',
  ownerWanted: () => 'Choose to whom the question goes.',
  nothingProposed: () => 'There is no proposed answer to accept.',
  reasonWanted: () => 'To answer against the evidence, give a reason of ten characters at least.',
  unfit: (fields: readonly string[]) => `Not saved: too long, or of another kind than is kept: ${fields.join(', ')}.`,
  refused: (because: string) => `Not saved: ${because}`,
  stale: () =>
    'Not saved: this question was decided, settled or judged anew since this page was loaded. Below is how it stands now, with what you typed; look at both and send it again.',
  decided: (id: string, what: string) => `${id}: ${what}.`,
  unknownChoice: () => 'Choose which question of ours it is, or that it is none.',
} as const;

export const REVIEW_LABELS = {
  decision: {
    accepted: 'accepted',
    edited: 'own answer',
    assigned: 'assigned',
    refused: 'does not hold',
    open: 'not looked at',
  },
  state: {
    filled: 'proposed from the evidence',
    stated: 'stated by a person',
    edited: 'own answer',
    overridden: 'against the evidence',
    person: 'needs a person',
    'not-asked': 'not asked',
    answered: 'answered in the form',
    hidden: 'hidden in the form',
  },
  ceiling: {
    yes: 'Yes',
    'yes-except': 'Yes, with exceptions named',
    partly: 'In part',
    no: 'No',
    'cannot-say': 'Nothing: the evidence does not carry an answer',
  },
  /** As vocabulary/questionnaires.yaml reads them. */
  boxes: {
    yes: 'Yes',
    no: 'No',
    partly: 'Partially',
    'not-applicable': 'N/A',
    planned: 'Planned',
    unknown: 'Unknown',
  },
  certainty: {
    confirmed: 'confirmed by a person',
    sure: 'surely the same question',
    unsure: 'perhaps the same question',
    none: 'no question of ours',
  },
  outcomes: {
    met: 'holds',
    partly: 'holds in part',
    refuted: 'shows the contrary',
    short: 'too little',
    stale: 'too old',
    attested: 'only stated',
    unknown: 'not known',
  },
  line: { design: 'on paper', operation: 'in operation' },
  shows: {
    open: 'what is open',
    all: 'all questions',
    accepted: 'accepted',
    edited: 'own answers',
    assigned: 'assigned',
    refused: 'what does not hold',
    against: 'what says more than the evidence',
  },
  statuses: {
    read: 'read',
    ambiguous: 'fits several sources',
    empty: 'empty',
    unrecognised: 'not recognised',
    unreadable: 'cannot be read',
    refused: 'refused',
  },
  verdict: {
    supported: 'Supported',
    'partly-supported': 'Supported in part',
    contradicted: 'Contradicted',
    stale: 'Too old',
    'attested-only': 'Only stated',
    inherited: 'Inherited',
    'not-evidenced': 'Not evidenced',
    'not-applicable': 'Not applicable',
    'accepted-risk': 'Risk accepted',
  },
  becomes: {
    stays: 'does not leave',
    original: 'leaves in originals',
    stops: 'would leave: nothing is built before that is decided',
    exception: 'leaves by exception',
  },
  rows: (shown: number, all: number) => (all > shown ? `the first ${shown} of ${all}` : counted(all, 'row')),
  obtain: {
    map: (path: string) => `proofpack map "${path}"`,
  },
} as const;

/** What the terminal says while the page is served. */
export const REVIEW_TOLD = {
  link: (link: string) => `Open this link; nobody without it sees anything:\n\n  ${link}\n`,
  how: () =>
    'Served to this machine only, until you finish on the page or press Ctrl-C. Nothing that was decided is lost.',
  broken: (error: unknown) => `The page met an error: ${error instanceof Error ? error.message : String(error)}`,
} as const;
