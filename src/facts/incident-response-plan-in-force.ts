import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'incident-response-plan',
  question: 'Is there an approved and current incident response plan?',
  means: 'Who does what when something happens.',
});
