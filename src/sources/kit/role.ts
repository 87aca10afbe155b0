import type { DeviceRole } from '../../model/records/index.ts';

const ROLES: readonly (readonly [DeviceRole, RegExp])[] = [
  ['domain-controller', /domain.?controller/],
  ['server', /\bservers?\b|\besxi?\b|hyper-v|\bnas\b/],
  ['mobile', /\b(ios|ipados|android|iphone|ipad|phone|tablet|mobile)\b/],
  ['network', /\b(switch|router|firewall|access point|gateway|network device)\b/],
  ['other', /\b(printers?|cameras?|scanner|iot)\b/],
  ['workstation', /windows|\bmac|os ?x\b|laptop|desktop|notebook|workstation|chrome ?(book|os)|\bpc\b/],
];

/** What a device is for, from the words that a tool uses for its kind and system; Linux alone does not tell. */
export function roleOf(...hints: readonly (string | undefined)[]): DeviceRole | undefined {
  const text = hints
    .filter((hint) => hint !== undefined)
    .join(' ')
    .toLowerCase();
  return ROLES.find(([, words]) => words.test(text))?.[0];
}
