import { checksPassed } from './kit/checks.ts';

export default checksPassed({
  question: 'What share of the checks of mail filtering passed?',
  means:
    'Rules about spam, phishing, malicious links and attachments in mail. Malware and quarantine count where the rule speaks of mail: agents on devices have both as well.',
  about:
    /\b(anti ?(spam|phish(ing)?)|spam|phish(ing)?|impersonation|safe (links|attachments)|attachment (filter|types?)|zero hour|zap|mail(box)? intelligence|url (scan|rewrit)\w*|click protection)\b|\b(e ?mails?|mail(box)?|messages?|exchange|exo)\b.*\b(anti ?malware|malware|quarantined?)\b|\b(anti ?malware|malware|quarantined?)\b.*\b(e ?mails?|mail(box)?|messages?|exchange)\b/i,
  notAbout: /phishing resistant/i,
});
