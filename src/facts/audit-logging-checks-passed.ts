import { checksPassed } from './kit/checks.ts';

export default checksPassed({
  question: 'What share of the checks of audit logging passed?',
  means: 'Rules about writing and keeping logs. That logs are written does not show that anybody reads them.',
  about:
    /\b(audit(ing|d)?|audit logs?|unified audit|mailbox audit\w*|cloudtrail|flow logs?|diagnostic (settings?|logs?)|access logs?|log(ging)? (is |are |shall be |should be |must be )?(enabled|configured|retained|collected|sent)|log retention|syslog|rsyslog|journald|event log|siem)\b/i,
});
