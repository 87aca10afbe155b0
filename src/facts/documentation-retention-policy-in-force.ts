import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'documentation-retention',
  question: 'Are there approved and current rules for keeping security documents?',
  means: 'How long policies, decisions and records are kept.',
});
