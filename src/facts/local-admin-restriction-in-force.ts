import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'local-admin',
  question: 'Is it laid down and current that people are no administrators of their devices?',
  means: 'A rule or record of who is, and why.',
});
