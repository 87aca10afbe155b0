import { isPlaceholder } from '../placeholder.ts';
import type { Pattern } from './pattern.ts';

const meant = (value: string): boolean => !isPlaceholder(value);

/** What gets into a service or a database: headers, cookies, addresses and strings of connection, command lines. */
export const SERVICE_PATTERNS: readonly Pattern[] = [
  {
    kind: 'rmm-psa-api-key',
    near: ['itg.', 'x-api-key', 'clientid', 'apiintegrationcode', 'authorization'],
    pattern:
      /\bITG\.[0-9a-f]{32}\.[A-Za-z0-9_-]{20,100}|\b(?:x-api-key|ApiIntegrationcode)["']?\s{0,4}[:=]\s{0,4}["']?([A-Za-z0-9_.-]{16,120})/gi,
    holds: meant,
  },
  {
    kind: 'authorization-header',
    near: ['authorization', 'bearer '],
    pattern:
      /\b(?:proxy-)?authorization["']?\s{0,4}[:=]\s{0,4}["']?(?:basic|bearer|token|negotiate|ntlm|digest)\s{1,4}([A-Za-z0-9+/=_.~-]{8,4000})|\bbearer\s{1,4}([A-Za-z0-9+/=_.~-]{24,4000})/gi,
    holds: meant,
  },
  {
    kind: 'session-cookie',
    near: ['cookie'],
    pattern:
      /\b(?:set-)?cookie["']?\s{0,4}[:=]\s{0,4}["']?([A-Za-z0-9_.%-]{1,60}=[^\s"';,]{12,4000}(?:;\s?[A-Za-z0-9_.%-]{1,60}=[^\s"';,]{1,4000}){0,20})/gi,
  },
  {
    kind: 'connection-string',
    near: ['password=', 'pwd=', 'password ='],
    pattern:
      /\b(?:server|data source|host|addr|address|initial catalog|database|user id|uid|username|provider|driver|account|endpoint)\s?=[^;"'\r\n]{0,200};(?:[^;"'\r\n=]{1,40}=[^;"'\r\n]{0,200};){0,20}?\s{0,3}(?:password|pwd)\s?=\s{0,3}([^;"'\s<>]{1,200})/gi,
    holds: meant,
  },
  {
    kind: 'address-with-password',
    near: ['://'],
    pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/?#"'<>@[\]]{0,80}:([^\s/?#"'<>@]{3,200})(?=@[A-Za-z0-9[])/gi,
    holds: meant,
  },
  {
    kind: 'private-key',
    near: ['private key', 'private-lines', 'private key block'],
    pattern:
      /-----BEGIN (?:[A-Z0-9]{2,12} ){0,2}PRIVATE KEY(?: BLOCK)?-----(?:[A-Za-z0-9+/=\s:,.]|-(?!----)){0,16000}(?:-----END [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----)?|Private-Lines: \d{1,3}(?:[\r\n]{1,2}[A-Za-z0-9+/=]{1,76}){1,100}/g,
  },
  {
    kind: 'password-on-command-line',
    near: [
      'net user',
      'net.exe',
      'sshpass',
      'convertto-securestring',
      '/p',
      '-p',
      '/rp',
      'cmdkey',
      'curl',
      'wget',
      'psexec',
      'plink',
      '--password',
      '--token',
      '--secret',
      '--api-key',
      'new-object',
    ],
    pattern: new RegExp(
      [
        String.raw`\bnet1?(?:\.exe)?["']?\s{1,4}user\s{1,4}(?:"[^"\n]{1,60}"|[^\s"/]{1,60})\s{1,4}(?![/*])("[^"\n]{1,120}"|[^\s"/][^\s"]{0,119})`,
        String.raw`\bnet1?(?:\.exe)?["']?\s{1,4}use\s[^\n]{0,120}?\s\/u(?:ser)?:\S{1,80}\s{1,4}([^\s/"*]\S{2,119})`,
        String.raw`\bsshpass\s{1,4}-p\s?(["'][^"'\n]{1,120}["']|[^\s"']{1,120})`,
        String.raw`\bConvertTo-SecureString\s{1,4}(?:-String\s{1,4})?(["'][^"'$\n]{1,200}["'])`,
        String.raw`\bcurl(?:\.exe)?(?:\s[^\n]{0,200}?)?\s(?:-u|--user)\s{0,2}["']?[^\s:"']{1,80}:([^\s"']{3,120})`,
        String.raw`(?:^|\s)(?:--?|\/)(?:password|passwd|passphrase|token|secret|api-?key|client-?secret|access-?key)[\s=:]{1,3}(["'][^"'\n]{1,200}["']|[^\s"'$%<\[{-][^\s"']{2,200})`,
        String.raw`\b(?:psexec|plink|pscp|mysql|mysqldump|sqlcmd|osql|wmic|schtasks|cmdkey|winexe|rdesktop|xfreerdp)(?:\.exe)?["']?\s[^\n]{0,200}?\s(?:-p|-P|-pw|\/p|\/rp|\/pass|\/pass:|\/password:)[\s:]?(["'][^"'\n]{1,120}["']|[^\s"'$%/-][^\s"']{2,119})`,
      ].join('|'),
      'gi',
    ),
    holds: (value) => meant(value.replace(/^["']|["']$/g, '')),
  },
  {
    kind: 'backup-password',
    near: ['restic_password', 'borg_passphrase', 'passphrase', 'rclone', 'b2_application_key', 'b2_account_key'],
    pattern:
      /\b(?:RESTIC_PASSWORD|BORG_PASSPHRASE|B2_(?:ACCOUNT|APPLICATION)_KEY|RCLONE_CONFIG_PASS|DUPLICATI__PASSPHRASE|KOPIA_PASSWORD|PASSPHRASE)\s{0,3}=\s{0,3}["']?([^\s"'$]{4,200})/g,
    holds: meant,
  },
  {
    kind: 'one-time-password-seed',
    near: ['otpauth'],
    pattern: /\botpauth(?:-migration)?:\/\/[^\s"'<>]{0,400}?(?:secret|data)=([A-Za-z0-9%+/=]{8,2000})/gi,
  },
];
