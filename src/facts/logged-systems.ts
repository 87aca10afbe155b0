import { countOf, counts, isClear } from './kit/count.ts';
import { dayText } from './kit/time.ts';

export default countOf({
  question: 'Of how many systems are there audit logs?',
  means:
    'Systems whose log holds at least one event. It does not show that anybody looked at it, nor that all systems write one.',
  from: ['audit-log-span'],
  of: 'device',
  unit: 'system',
  tone: 'plain',
  subject: (log) => ({ name: log.system }),
  judge: (log, scope) => {
    const text = `${log.system}: ${log.events} events from ${dayText(log.first, scope)} to ${dayText(log.last, scope)}`;
    return log.events > 0 ? counts(text, { when: log.last }) : isClear(text);
  },
});
