import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'security-officer-appointment',
  question: 'Is a security officer appointed in writing?',
  means: 'A dated appointment of a named person, signed by whoever may appoint.',
});
