import type { MappingProfile } from './mapping.ts';

type Plain = string | number | boolean;

/** A profile as its file is written: the same for the same profile, and meant to be read by people. */
export function mappingText(profile: MappingProfile): string {
  const { reads, header, columns, fixed, words, leaveOut } = profile;
  return [
    '# How an export is read for which proofpack has no source. What stands here is an assumption of the person named below;',
    '# every package that rests on it says so. Raise the version when you change it.',
    'mapping: 1',
    ...lines(profile, ['version', 'title', 'product', 'obtain', 'by', 'on', 'because']),
    ...lines(profile, ['kind', 'strength']),
    `reads: ${flow(reads)}`,
    ...list('header', header.map(scalar)),
    ...block('columns', columns),
    ...block('fixed', fixed),
    ...(Object.keys(words).length === 0
      ? []
      : ['words:', ...Object.entries(words).flatMap(([field, own]) => block(field, own, '  '))]),
    ...lines(profile, ['dateOrder', 'zone', 'epoch']),
    ...(profile.decimal === 'point' ? [] : lines(profile, ['decimal'])),
    ...list('leaveOut', leaveOut.map(flow)),
    '',
  ].join('\n');
}

function lines<K extends keyof MappingProfile>(profile: MappingProfile, keys: readonly K[]): readonly string[] {
  return keys.flatMap((key) => {
    const value = profile[key];
    return isPlain(value) ? [`${key}: ${scalar(value)}`] : [];
  });
}

function list(key: string, entries: readonly string[]): readonly string[] {
  return entries.length === 0 ? [] : [`${key}:`, ...entries.map((entry) => `  - ${entry}`)];
}

function block(key: string, values: Readonly<Record<string, Plain>>, indent = ''): readonly string[] {
  const entries = Object.entries(values);
  if (entries.length === 0) return indent === '' ? [] : [`${indent}${key}: {}`];
  return [`${indent}${key}:`, ...entries.map(([name, value]) => `${indent}  ${scalar(name)}: ${scalar(value)}`)];
}

function flow(values: Readonly<Record<string, Plain>>): string {
  return `{ ${Object.entries(values)
    .map(([key, value]) => `${key}: ${scalar(value)}`)
    .join(', ')} }`;
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

const BARE = /^[A-Za-z][A-Za-z0-9/-]*(?: [A-Za-z0-9/-]+)*$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const WORDS_OF_YAML = /^(?:y|n|yes|no|on|off|true|false|null)$/i;

/** Quoted as JSON wherever YAML could read something else: both read that alike. */
function scalar(value: Plain): string {
  if (typeof value !== 'string') return String(value);
  return (BARE.test(value) || DAY.test(value)) && !WORDS_OF_YAML.test(value) ? value : JSON.stringify(value);
}
