import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'privacy-officer-appointment',
  question: 'Is a privacy officer appointed in writing?',
  means: 'A dated appointment of a named person, signed by whoever may appoint.',
});
