import { countOf, counts, isClear } from './kit/count.ts';
import { undecided } from './kit/subjects.ts';

export default countOf({
  question: 'How many errors did the newest checks of the backups find?',
  means:
    'Of the newest check of each repository and depth; a clean look at the metadata does not undo errors in the data.',
  from: ['backup-integrity-check'],
  of: 'thing',
  unit: 'error',
  tone: 'bad',
  subject: (check) => ({ name: `${check.target ?? ''} ${check.depth}` }),
  judge: (check) => {
    const text = `${check.target ?? `the repository of ${check.from.path}`} (${check.depth}): ${check.verbatim}`;
    if (check.outcome === 'errors') return counts(text, { amount: Math.max(1, check.errors ?? 1) });
    return check.outcome === 'clean' ? isClear(text) : undecided(text);
  },
});
