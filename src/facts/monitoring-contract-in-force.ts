import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'monitoring-contract',
  question: 'Is there a contract in force for monitoring around the clock?',
  means: 'Who watches alerts, when, and what they may do.',
  shownBy: 'signature',
});
