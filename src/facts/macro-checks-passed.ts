import { checksPassed } from './kit/checks.ts';

export default checksPassed({
  question: 'What share of the checks of office macros passed?',
  means: 'Rules about macros in office documents and add-ins.',
  on: 'devices',
  about: /\b(macros?|vba)\b/i,
});
