import type { PackageReason } from '../kernel/messages/bundle.ts';
import { slug } from '../kernel/text.ts';

const LONGEST_SEGMENT = 80;
const LONGEST_PATH = 240;
const RESERVED = /^(con|prn|aux|nul|com[0-9]|lpt[0-9]|conin\$|conout\$|clock\$)(\.|$)/i;

/**
 * A file name that every system can write and every unpacker shows alike: letters and digits of ASCII, `.`, `-` and `_`. Names in other
 * scripts keep what can be transliterated; the original name stands in the Evidence Index.
 */
export function safeSegment(name: string, longest = LONGEST_SEGMENT): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-');
  const [, stem = '', extension = ''] = /^(.*?)((?:\.[A-Za-z0-9]{1,10}){0,2})$/.exec(plain) ?? [];
  const trimmed = trim(stem).slice(0, Math.max(1, longest - extension.length));
  const safe = `${trim(trimmed) || 'file'}${extension.toLowerCase()}`;
  return RESERVED.test(safe) ? `_${safe}`.slice(0, longest) : safe;
}

/** `lakeside-family-dental_nist-csf-2.0+hipaa_2025-10-01-to-2026-09-30_auditor` */
export function packageName(of: {
  readonly client: string;
  readonly frameworks: readonly string[];
  readonly period: { readonly from: string; readonly to: string };
  readonly edition: string;
}): string {
  const listed = of.frameworks.map((id) => safeSegment(id, 30)).join('-');
  const frameworks = listed.length <= 60 ? listed : `${of.frameworks.length}-frameworks`;
  return `${slug(of.client, 40)}_${frameworks}_${of.period.from}-to-${of.period.to}_${of.edition}`;
}

/** What is wrong with a path for a package, if anything. */
export function pathFault(path: string): PackageReason | undefined {
  const segments = path.split('/');
  if (Buffer.byteLength(path) > LONGEST_PATH) return 'path-long';
  if (path !== path.normalize('NFC')) return 'not-composed';
  if (segments.some((segment) => Buffer.byteLength(segment) > LONGEST_SEGMENT)) {
    return 'segment-long';
  }
  if (segments.some((segment) => segment === '' || segment === '.' || segment === '..')) return 'leaves-folder';
  if (/[\\:*?"<>|\p{Cc}\p{Cf}]/u.test(path)) return 'bad-character';
  if (segments.some((segment) => RESERVED.test(segment) || /[. ]$/.test(segment))) return 'reserved-name';
  return undefined;
}

/** Two paths that are one file on a system that does not tell upper from lower case. */
export function twins(paths: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return paths.filter((path) => {
    const folded = path.normalize('NFC').toUpperCase().toLowerCase();
    return seen.size === seen.add(folded).size;
  });
}

function trim(text: string): string {
  return text.replace(/^[-._]+|[-._]+$/g, '');
}
