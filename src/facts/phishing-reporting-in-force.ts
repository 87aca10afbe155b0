import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'phishing-reporting',
  question: 'Is it laid down and current how people report suspicious mail?',
  means: 'A button or address, and who looks at what arrives.',
});
