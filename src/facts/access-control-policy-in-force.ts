import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'access-control',
  question: 'Are there approved and current rules for granting and removing access?',
  means: 'Who may have what, who decides, and how it ends.',
});
