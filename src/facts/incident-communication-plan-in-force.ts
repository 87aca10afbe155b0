import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'incident-communication',
  question: 'Is there an approved and current plan for communicating in an incident?',
  means: 'Who speaks to whom, and by which means when mail is down.',
});
