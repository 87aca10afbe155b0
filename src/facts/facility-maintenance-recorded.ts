import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'facility-maintenance',
  question: 'Are repairs to doors, locks and walls recorded?',
  means: 'A record that somebody answers for.',
  shownBy: 'day',
});
