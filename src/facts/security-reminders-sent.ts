import { documentInForce } from './kit/document.ts';

export default documentInForce({
  topic: 'security-reminders',
  question: 'Are security reminders sent to everybody?',
  means: 'A record of what was sent, that is not overdue.',
  shownBy: 'day',
});
