import { checksPassed } from './kit/checks.ts';

export default checksPassed({
  question: 'What share of the checks of mail filtering passed?',
  means: 'Rules about spam, phishing, malicious links and attachments in mail.',
  about:
    /\b(anti ?(spam|phish(ing)?|malware)|spam|phish(ing)?|impersonation|safe (links|attachments)|malware (filter|scan|policy)|attachment (filter|types?)|quarantine|zero hour|zap|mail(box)? intelligence|url (scan|rewrit|block)\w*|click protection)\b/i,
  notAbout: /phishing resistant/i,
});
