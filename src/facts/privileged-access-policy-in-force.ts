import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'privileged-access',
  question: 'Are there approved and current rules for privileged access?',
  means: 'Who may administer what, with which accounts.',
});
