import { checksPassed } from './kit/checks.ts';

export default checksPassed({
  question: 'What share of the checks of SPF, DKIM and DMARC passed?',
  means: 'Rules about the records with which a domain says who may send mail in its name.',
  about: /\b(spf|dkim|dmarc|sender policy framework|domainkeys)\b/i,
});
