import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'remote-access',
  question: 'Are there approved and current rules for remote access?',
  means: 'Who may work from where and by which means.',
});
