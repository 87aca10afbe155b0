import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'security-roles',
  question: 'Are security roles and duties assigned in writing?',
  means: 'A current description of who does what.',
});
