import { isRewritten } from './kit/checks.ts';
import { countOf, counts, isClear } from './kit/count.ts';

export default countOf({
  question: 'How many results of configuration checks did somebody change, mute or leave out?',
  means: 'Omitted, waived, muted or rewritten results, beside what the tool itself had found. Each needs its reason.',
  from: ['configuration-check'],
  of: 'thing',
  unit: 'changed result',
  tone: 'bad',
  subject: (check) => ({ name: `${check.tool} ${check.rule} ${check.target ?? ''}` }),
  judge: (check) => {
    const text = `${check.target === undefined ? '' : `${check.target}: `}${check.rule}: ${check.verbatim}`;
    if (isRewritten(check)) return counts(`${text}, the tool had said ${check.original}`);
    if (check.muted === true) return counts(`${text}, muted`);
    const isLeftOut = check.outcome === 'waived' || /omit|suppress|waive|exempt/i.test(check.verbatim);
    return isLeftOut ? counts(text) : isClear(text);
  },
});
