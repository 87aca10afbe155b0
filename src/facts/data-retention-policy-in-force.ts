import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'data-retention',
  question: 'Are there approved and current rules for how long data is kept?',
  means: 'How long, and how it is deleted afterwards.',
});
