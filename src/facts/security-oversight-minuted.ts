import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'oversight-minutes',
  question: 'Did the leadership deal with security on record?',
  means: 'Minutes of a meeting, dated.',
  shownBy: 'day',
});
