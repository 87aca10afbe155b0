import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'admin-workstations',
  question: 'Is it laid down and current that administration is done from workstations of its own?',
  means: 'A rule or record of them.',
});
