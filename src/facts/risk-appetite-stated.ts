import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'risk-appetite',
  question: 'Is it stated in writing how much risk the organisation takes?',
  means: 'A statement by those who may make it.',
});
