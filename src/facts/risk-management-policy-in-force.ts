import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'risk-management',
  question: 'Is there an approved and current way to manage risks?',
  means: 'How risks are found, rated, treated and accepted.',
});
