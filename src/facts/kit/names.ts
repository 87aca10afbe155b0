/** Host names differ by tool: `LFD-WS07$`, `lfd-ws07.lakeside.example`, `LAKESIDE\LFD-WS07` are one device. */
export function hostKey(name: string): string {
  const known = hostKeys.get(name);
  if (known !== undefined) return known;
  if (hostKeys.size >= HOST_KEYS_KEPT) hostKeys.clear();
  const key = hostKeyOf(name);
  hostKeys.set(name, key);
  return key;
}

// The same few hundred names come in every line of a log.
const HOST_KEYS_KEPT = 10_000;
const hostKeys = new Map<string, string>();

function hostKeyOf(name: string): string {
  const bare = (name.trim().toLowerCase().split('\\').at(-1) ?? '').replace(/\$$/, '').replace(/\.$/, '');
  const isAddress = /^\d+\.\d+\.\d+\.\d+$/.test(bare) || bare.includes(':');
  const isQualified = /^[a-z0-9_-]+(\.[a-z0-9_-]+)+$/.test(bare);
  return isQualified && !isAddress ? (bare.split('.')[0] ?? bare) : bare;
}

// What firmware prints where a board has no serial number; two devices that share one of these are not one device.
const NO_SERIAL =
  /^(|0+|1234567890?|none|null|n\/?a|unknown|default string|not (specified|available|applicable)|invalid|to be filled by o\.?e\.?m\.?|system serial number|x+|-+)$/;

export function serialKey(serial: string): string | undefined {
  const bare = serial.trim().toLowerCase();
  return NO_SERIAL.test(bare) ? undefined : bare;
}

/** Addresses lower-case; `Dana Cole <dana@x.example>`, `dana_x.example#EXT#@tenant…` and `X\dana` lose their wrapping; names lose their order and case. */
export function personKey(name: string): string {
  const bare = name
    .trim()
    .toLowerCase()
    .replace(/^mailto:/, '');
  const bracketed = /<([^<>@\s]+@[^<>\s]+)>/.exec(bare)?.[1];
  if (bracketed) return bracketed;
  const external = /^(.+)_([^_@]+)#ext#@/.exec(bare);
  if (external) return `${external[1]}@${external[2]}`;
  if (bare.includes('@')) return bare.replace(/\s+/g, '');
  const words = (bare.split('\\').at(-1) ?? '').replace(/\s+/g, ' ').trim();
  const turned = /^([^,]+), ?([^,]+)$/.exec(words);
  return turned ? `${turned[2]?.trim()} ${turned[1]?.trim()}` : words;
}

/** What a file does not name is called after the file; its own name may tell a device, and nothing in it does. */
export function unnamedSystem({ path }: { readonly path: string }): string {
  return `a system that ${path} does not name`;
}

// Several facts ask for the key of the same thing one after the other.
let lastThing = { name: '', key: '' };

export function thingKey(name: string): string {
  if (lastThing.name !== name) lastThing = { name, key: name.trim().toLowerCase().replace(/\s+/g, ' ') };
  return lastThing.key;
}

export type SubjectKind = 'device' | 'person' | 'thing';

export const KEY_OF: Readonly<Record<SubjectKind, (name: string) => string>> = {
  device: hostKey,
  person: personKey,
  thing: thingKey,
};
