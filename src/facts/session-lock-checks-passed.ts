import { checksPassed } from './kit/checks.ts';

export default checksPassed({
  question: 'What share of the checks of session locks passed?',
  means: 'Rules about locking a screen or ending a session after some time without use.',
  on: 'devices',
  about:
    /\b(screen ?(saver|lock)|lock ?screen|session (lock|time ?out|timeout|idle)|idle (session|time ?out|timeout|time|interval)|inactivity|client ?alive|automatic log ?off|auto ?lock|tmout|lock after)\b/i,
});
