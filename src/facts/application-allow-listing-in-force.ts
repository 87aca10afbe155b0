import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'application-allow-listing',
  question: 'Is it laid down and current which programs may run?',
  means: 'A standard or record of allow-listing.',
});
