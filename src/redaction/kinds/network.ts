import { isPlaceholder } from '../placeholder.ts';
import type { Pattern } from './pattern.ts';

const meant = (value: string): boolean =>
  !isPlaceholder(value) && !/^(?:ro|rw|permit|deny|encrypted|hidden)$/i.test(value);

/** What configurations of switches, firewalls and access points hold; their forms that can be turned back count as the words themselves. */
export const NETWORK_PATTERNS: readonly Pattern[] = [
  {
    kind: 'cisco-password',
    near: ['password', 'secret', '$8$', '$9$'],
    pattern:
      /\b(?:enable|username\s{1,4}\S{1,64}(?:\s{1,4}privilege\s{1,4}\d{1,2})?|line)?\s{0,4}(?:password|secret)\s{1,4}(?:0|4|5|7|8|9)\s{1,4}(\$[15689]\$[./A-Za-z0-9$]{10,140}|[^\s"']{4,140})|\$[89]\$[./A-Za-z0-9]{14}\$[./A-Za-z0-9]{43}/g,
    holds: meant,
  },
  {
    kind: 'cisco-password',
    near: ['enable password', 'enable secret', 'username '],
    pattern:
      /(?:^|["'>,])[ \t]{0,8}(?:enable\s{1,4}(?:password|secret)|username\s{1,4}\S{1,64}(?:\s{1,4}privilege\s{1,4}\d{1,2})?\s{1,4}(?:password|secret))\s{1,4}(?!\d\s)([^\s"']{3,140})/gm,
    holds: meant,
  },
  {
    kind: 'juniper-password',
    near: ['$9$', 'encrypted-password'],
    pattern:
      /["'\s](\$9\$[A-Za-z0-9./-]{6,200})(?=["';\s]|$)|\b(?:encrypted-password|plain-text-password-value)\s{1,4}"([^"\n]{6,200})"/g,
    holds: (value) => !/^\$9\$[./A-Za-z0-9]{14}\$/.test(value),
  },
  {
    kind: 'fortinet-password',
    near: ['enc '],
    pattern:
      /\bset\s{1,4}[a-z0-9-]{3,40}\s{1,4}ENC\s{1,4}([A-Za-z0-9+/=]{16,400})|\bENC\s{1,4}(SH2[A-Za-z0-9+/=]{20,120}|AK1[A-Za-z0-9+/=]{20,120})/g,
  },
  {
    kind: 'snmp-community',
    near: ['communit'],
    pattern:
      /\bsnmp-server\s{1,4}community\s{1,4}(?:\d\s{1,4})?([^\s"';]{1,64})|\bsnmp\s{1,4}community\s{1,4}"?([^\s"';{]{1,64})|\br[ow]community6?\s{1,4}([^\s"';]{1,64})|\b(?:snmp[\w ]{0,12})?community(?:\s{0,2}(?:string|name))?["']?\s{0,4}[:=]\s{0,4}["']?([^\s"',;<]{2,64})/gi,
    holds: (value) =>
      meant(value) &&
      !/^(?:public|private|name|string|strings|names|is|of|the)$/i.test(value) &&
      !/^\d{1,5}:\d{1,5}$/.test(value),
  },
  {
    kind: 'wireless-key',
    near: ['wpa', 'psk', 'keymaterial', 'key content', 'passphrase'],
    pattern:
      /\bwpa[-_ ]?(?:psk|passphrase)\s{0,4}(?:ascii\s{1,4}\d?\s{0,4}|=\s{0,4}|\s)["']?([^\s"'<>]{8,128})|<keyMaterial>([^<>\n]{8,128})(?=<)|\bKey Content\s{1,40}:\s{1,4}(\S[^\r\n]{7,63})|\bpsk\s?=\s?"([^"\n]{8,64})"|\bset\s{1,4}passphrase\s{1,4}(?!ENC)"?([^\s"]{8,128})/gi,
    holds: meant,
  },
  {
    kind: 'vpn-shared-key',
    near: ['pre-shared', 'preshared', 'psksecret', ' psk ', 'isakmp', 'presharedkey', 'privatekey'],
    pattern:
      /\b(?:ikev[12]\s{1,4}(?:local|remote)-authentication\s{1,4})?pre-?shared-?key\s{1,4}(?:local\s{1,4}|remote\s{1,4}|ascii-text\s{1,4}|hexadecimal\s{1,4}|[0678]\s{1,4})?"?(?![:=])([^\s"';]{4,200})|\bcrypto\s{1,4}isakmp\s{1,4}key\s{1,4}(?:[06]\s{1,4})?([^\s"]{4,200})|\bset\s{1,4}psksecret\s{1,4}(?!ENC)"?([^\s"]{4,200})|:\s?PSK\s{1,4}"([^"\n]{4,200})"|\b(?:PrivateKey|PresharedKey)\s?=\s?([A-Za-z0-9+/]{43}=)/gi,
    holds: (value) =>
      meant(value) && !/^(?:rsa-sig|ecdsa-sig|address|hostname|authentication|auth|is|and|or|for)$/i.test(value),
  },
  {
    kind: 'network-access-key',
    near: ['tacacs', 'radius', 'key 7', 'key-string', 'secret'],
    pattern:
      /\b(?:tacacs|radius)(?:-server)?\s{1,4}(?:host\s{1,4}\S{1,80}\s{1,4}(?:[a-z-]{2,20}\s{1,4}\d{1,5}\s{1,4}){0,4})?(?:key|secret)\s{1,4}(?:\d\s{1,4})?"?([^\s"';]{4,140})|^[ \t]{1,8}key(?:-string)?\s{1,4}[067]\s{1,4}([^\s"]{4,140})|\bset\s{1,4}system\s{1,4}(?:radius|tacplus)-server\s{1,4}\S{1,60}\s{1,4}secret\s{1,4}"?([^\s";]{4,140})/gim,
    holds: meant,
  },
];
