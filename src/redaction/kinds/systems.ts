import { isPlaceholder } from '../placeholder.ts';
import type { Pattern } from './pattern.ts';

/** What Windows, Unix and directories keep of passwords, and what opens an encrypted disk. */
export const SYSTEM_PATTERNS: readonly Pattern[] = [
  {
    kind: 'unix-password-hash',
    near: ['$1$', '$2', '$5$', '$6$', '$7$', '$y$', '$gy$', '$argon2', '$apr1$', '{ssha', '{pbkdf2', 'pbkdf2_sha'],
    pattern:
      /\$(?:1|apr1)\$[./A-Za-z0-9]{1,8}\$[./A-Za-z0-9]{22}(?![./A-Za-z0-9])|\$2[abxy]?\$\d\d\$[./A-Za-z0-9]{53}|\$[56]\$(?:rounds=\d{1,9}\$)?[./A-Za-z0-9]{1,16}\$[./A-Za-z0-9]{43,86}|\$g?y\$[./A-Za-z0-9]{1,8}\$[./A-Za-z0-9]{1,86}\$[./A-Za-z0-9]{43}|\$7\$[./A-Za-z0-9]{10,60}\$[./A-Za-z0-9]{43}|\$argon2(?:id?|d)\$v=\d{1,3}\$[a-z0-9=,]{5,40}\$[A-Za-z0-9+/]{8,90}\$[A-Za-z0-9+/]{16,100}|\bpbkdf2_sha(?:256|512)\$\d{3,8}\$[A-Za-z0-9+/=]{4,60}\$[A-Za-z0-9+/=]{40,100}/g,
    // On a network device the same form is an enable secret.
    holds: (_, match) =>
      !/(?:secret|password)\s{1,4}5\s{1,4}$/.test(
        (match.input ?? '').slice(Math.max(0, (match.index ?? 0) - 24), match.index),
      ),
  },
  {
    kind: 'directory-password-hash',
    near: ['{ssha', '{sha', '{crypt}', '{pbkdf2', '{smd5}'],
    pattern: /\{(?:S?SHA(?:256|384|512)?|SMD5|PBKDF2[A-Z0-9-]{0,12}|CRYPT)\}[./A-Za-z0-9+$=]{20,200}/g,
  },
  {
    kind: 'ntlm-hash',
    near: [':::', ':aad3b435b51404eeaad3b435b51404ee', 'ntlm', 'nt hash', 'nthash'],
    pattern:
      /\b[^\s:,;"]{1,104}:\d{3,10}:([0-9a-f]{32}:[0-9a-f]{32})(?=:::)|\b(?:nt(?:lm)?[ _-]?hash|ntlm)["']?\s{0,4}[:=]\s{0,4}["']?([0-9a-f]{32}(?::[0-9a-f]{32})?)\b/gi,
  },
  {
    kind: 'netntlm-response',
    near: ['::'],
    pattern:
      /\b[^\s:,;"]{1,64}::[^\s:,;"]{0,64}:[0-9a-f]{16}:[0-9a-f]{32}:[0-9a-f]{32,2000}\b|\b[^\s:,;"]{1,64}::[^\s:,;"]{0,64}:[0-9a-f]{48}:[0-9a-f]{48}:[0-9a-f]{16}\b/gi,
  },
  { kind: 'kerberos-ticket', near: ['$krb5'], pattern: /\$krb5(?:tgs|asrep|pa)\$[^\s,;"']{40,8000}/gi },
  {
    kind: 'group-policy-password',
    near: ['cpassword'],
    pattern: /\bcpassword\s?=\s{0,6}["']([A-Za-z0-9+/=]{8,400})["']?/gi,
  },
  {
    kind: 'bitlocker-recovery-key',
    near: ['-'],
    pattern: /-(?<=\d{6}-)\d{6}(?:-\d{6}){6}/g,
    back: 6,
    edge: /[\d-]/,
    // Each group is a 16-bit number times eleven.
    holds: (value) => value.split('-').every((group) => Number(group) % 11 === 0 && Number(group) < 720_896),
  },
  {
    kind: 'filevault-recovery-key',
    near: ['-'],
    pattern: /-(?<=[A-Z0-9]{4}-)[A-Z0-9]{4}(?:-[A-Z0-9]{4}){4}/g,
    back: 4,
    edge: /[A-Za-z0-9-]/,
    holds: (value) => /[A-Z].*[A-Z]/.test(value) && /\d/.test(value) && !/^[0-9A-F-]*$/.test(value),
  },
  {
    kind: 'local-administrator-password',
    near: ['admpwd', 'laps'],
    pattern:
      /\b(?:ms-?mcs-?admpwd|ms-?laps-?(?:encrypted)?password|laps[ _-]?password)["']?\s{0,4}[:=]\s{0,4}["']?([^\s"',;]{6,200})/gi,
    holds: (value) => !isPlaceholder(value),
  },
];
