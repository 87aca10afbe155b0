import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'recovery-objectives',
  question: 'Are objectives for recovery set?',
  means: 'How much time and data each system may lose, by those who may decide it.',
});
