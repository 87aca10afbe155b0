import { isCard, isImei, isMbi, isNpi, isoBankAccount, isVin } from './checksums.ts';
import type { Pattern } from './pattern.ts';

/** People, patients and their accounts, as far as a value tells by its own form or by the word before it. */
export const PEOPLE_PATTERNS: readonly Pattern[] = [
  {
    kind: 'social-security-number',
    near: ['-'],
    // Numbers that are never given out: area 000, 666 and 9xx, group 00, serial 0000.
    pattern: /-(?<=(?!000|666|9)\d{3}-)(?!00)\d{2}-(?!0000)\d{4}/g,
    back: 3,
    edge: /[\w.-]/,
  },
  {
    kind: 'social-security-number',
    near: ['ssn', 'social'],
    pattern:
      /\b(?:ssn|social security(?: (?:no|number|nr))?)\.?["']?\s{0,3}[:=#]?\s{0,3}["']?((?!000|666|9)\d{3}[ ]?(?!00)\d{2}[ ]?(?!0000)\d{4})(?!\d)/gi,
  },
  {
    kind: 'medical-record-number',
    near: ['mrn', 'medical record', 'chart', 'patient'],
    pattern:
      /\b(?:mrn|medical record(?: (?:no|number|nr))?|chart (?:no|number|nr)|patient (?:id|no|number|nr))\.?["']?\s{0,3}[:=#]\s{0,3}["']?([A-Z]{0,4}-?\d[\dA-Z-]{3,14})\b/gi,
  },
  {
    kind: 'health-plan-number',
    near: ['-', 'mbi', 'medicare', 'member', 'beneficiary', 'subscriber'],
    pattern:
      /\b[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d-[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\d-[AC-HJKMNP-RT-Y]{2}\d{2}\b|\b(?:mbi|medicare|beneficiary|subscriber|member)(?: (?:id|no|number|nr))?\.?["']?\s{0,3}[:=#]\s{0,3}["']?([A-Z0-9][A-Z0-9-]{6,18})\b/g,
    holds: (value) => isMbi(value) || /\d{4}/.test(value),
  },
  {
    kind: 'patient-name',
    near: ['patient', 'insured', 'pt name'],
    pattern:
      /\b(?:[Pp]atient|Pt|[Ii]nsured)(?: [Nn]ame)?\s{0,2}[:=]\s{0,3}["']?((?:\p{Lu}[\p{L}'’-]{1,30},?\s){1,3}\p{Lu}[\p{L}'’-]{1,30})/gu,
  },
  {
    kind: 'date-of-birth',
    near: ['dob', 'd.o.b', 'birth', 'born'],
    pattern:
      /\b(?:dob|d\.o\.b\.?|date of birth|birth ?date|born)["']?\s{0,3}[:=]?\s{0,3}["']?(\d{1,4}[./-]\d{1,2}[./-]\d{2,4})\b/gi,
  },
  {
    kind: 'payment-card',
    near: [],
    pattern:
      /\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{4}|3[47]\d{2}[ -]\d{6}[ -]\d{5}|4\d{15}|5[1-5]\d{14}|3[47]\d{13}|6(?:011|5\d\d)\d{12}/g,
    edge: /[\w.:/-]/,
    holds: isCard,
  },
  {
    kind: 'bank-account',
    near: [],
    pattern:
      /\b(?:AT|BE|CH|DE|DK|ES|FI|FR|GB|IE|IT|LU|NL|NO|PL|PT|SE)\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\b/g,
    holds: isoBankAccount,
  },
  {
    kind: 'licence-number',
    near: ['npi', 'dea', 'passport', 'licen'],
    pattern:
      /\b(?:npi|dea|passport|driver'?s? licen[sc]e)(?: (?:no|number|nr))?\.?["']?\s{0,3}[:=#]\s{0,3}["']?([A-Z0-9][A-Z0-9-]{5,15})\b/gi,
    holds: (value, match) => (/^npi/i.test(match[0]) ? isNpi(value) : /\d{4}/.test(value)),
  },
  {
    kind: 'vehicle-number',
    near: ['vin'],
    pattern: /\bvin["']?\s{0,3}[:=#]?\s{0,3}["']?([A-HJ-NPR-Z0-9]{17})\b/gi,
    holds: isVin,
  },
  {
    kind: 'email-address',
    near: ['@'],
    pattern: /\b[A-Za-z0-9][\w.+'-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,6}[A-Za-z]{2,24}\b/g,
  },
  {
    kind: 'phone-number',
    whole: true,
    near: ['+'],
    pattern: /\+\d{1,3}[ .-]?\(?\d{1,4}\)?(?:[ .-]?\d{2,4}){2,4}/g,
    edge: /[\w.+-]/,
    // The offset of a zone behind a time has fewer digits.
    holds: (value) => value.replace(/\D/g, '').length >= 8,
  },
  { kind: 'phone-number', near: ['('], pattern: /\(\d{3}\) ?\d{3}-\d{4}/g, edge: /[\w.-]/ },
  {
    kind: 'phone-number',
    whole: true,
    near: [],
    pattern: /[2-9]\d{2}([.-])[2-9]\d{2}\1\d{4}/g,
    edge: /[\w.-]/,
  },
  { kind: 'fax-number', near: ['fax'], pattern: /\bfax\.?\s{0,3}[:=]?\s{0,3}(\+?[\d(][\d ().-]{6,20}\d)/gi },
  {
    kind: 'ip-address',
    near: ['.'],
    pattern: /\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}/g,
    edge: /[\w-]/,
    // The version of an agent looks the same.
    holds: (value, match) =>
      value.split('.').every((part) => Number(part) <= 255 && (part === '0' || !part.startsWith('0'))) &&
      !/^(?:0|127|255)\./.test(value) &&
      !/^\.\d/.test(behind(match)) &&
      !/(?:version|release|build|driver|firmware|agent|client|\bv|\br|\d\.)["']?\s{0,3}[:=]?\s{0,3}["']?$/i.test(
        before(match),
      ),
  },
  {
    kind: 'ip-address',
    near: ['::'],
    pattern: /(?:[0-9a-fA-F]{1,4}:){1,6}(?::[0-9a-fA-F]{1,4}){1,6}/g,
    edge: /[\w:.]/,
    holds: (value) => value.length > 6,
  },
  {
    kind: 'ip-address',
    near: [':'],
    pattern: /[0-9a-fA-F]{1,4}:[0-9a-fA-F]{1,4}:(?:[0-9a-fA-F]{1,4}:){5}[0-9a-fA-F]{1,4}/g,
    edge: /[\w:.]/,
  },
  {
    kind: 'mac-address',
    whole: true,
    near: [],
    pattern:
      /([:-])(?<=[0-9a-fA-F]{2}[:-])[0-9a-fA-F]{2}\1[0-9a-fA-F]{2}\1[0-9a-fA-F]{2}\1[0-9a-fA-F]{2}\1[0-9a-fA-F]{2}/g,
    edge: /[\w:-]/,
    back: 2,
  },
  {
    kind: 'mac-address',
    near: ['.'],
    pattern: /\.(?<=[0-9a-fA-F]{4}\.)[0-9a-fA-F]{4}\.[0-9a-fA-F]{4}/g,
    back: 4,
    edge: /[\w.]/,
    holds: (value) => /[a-f]/i.test(value),
  },
  { kind: 'account-number', near: ['s-1-5-21-'], pattern: /\bS-1-5-21-\d{1,10}-\d{1,10}-\d{1,10}(?:-\d{1,10})?\b/gi },
  { kind: 'device-number', near: ['imei'], pattern: /\bimei["']?\s{0,3}[:=#]?\s{0,3}["']?(\d{15})\b/gi, holds: isImei },
  {
    kind: 'web-address',
    near: ['http'],
    pattern: /\bhttps?:\/\/[^\s"'<>,;)\]}]{3,400}/gi,
    // Names of vocabularies, which every office document and picture is full of, are nobody's addresses.
    holds: (value) => !VOCABULARIES.test(value),
  },
];

const VOCABULARIES =
  /^https?:\/\/(?:schemas\.(?:openxmlformats\.org|microsoft\.com|xmlsoap\.org)|www\.w3\.org|purl\.org|ns\.adobe\.com|(?:www\.)?aiim\.org)\//i;

function before(match: RegExpMatchArray): string {
  const at = match.index ?? 0;
  return (match.input ?? '').slice(Math.max(0, at - 24), at);
}

function behind(match: RegExpMatchArray): string {
  const end = (match.index ?? 0) + match[0].length;
  return (match.input ?? '').slice(end, end + 2);
}
