import type { Message } from './message.ts';

const named = (name: string, version: number) => `mapping ${name} v${version}`;

export const MAPPING_MESSAGES = {
  'mapping-used': {
    severity: 'info',
    says: ({ name, version, by, on }: { name: string; version: number; by: string; on: string }) =>
      `It was read as ${named(name, version)} says, by ${by} on ${on}: what its columns and words mean is an assumption of theirs.`,
    hint: 'The profile is in the package under machine/mappings; compare a few rows with the tool itself.',
  },
  'mapping-rows-left-out': {
    severity: 'info',
    says: ({ count, reason }: { count: number; reason: string }) =>
      `${count} ${count === 1 ? 'row was' : 'rows were'} left out, as the mapping wants where ${reason}.`,
    hint: 'See that they are rows of totals or the like, and none that tells something.',
  },
  'mapping-header-changed': {
    severity: 'error',
    says: ({ path, name, version, gone, come }: HeaderChange & { path: string; name: string; version: number }) =>
      `${path} belongs to ${named(name, version)}, and its header changed${listed('; gone', gone)}${listed('; new', come)}. Nothing of it was read.`,
    hint: 'Export it with the old columns, or run "proofpack map <file> --name <mapping>" to look at the new ones and save the next version.',
  },
  'mapping-invalid': {
    severity: 'error',
    says: ({ problems }: { problems: string }) => problems,
    hint: 'Compare with docs/add-a-mapping.md, or write the profile again with "proofpack map".',
  },
  'mapping-name-wrong': {
    severity: 'error',
    says: ({ name }: { name: string }) =>
      `"${name}" is no name for a mapping: lower-case words joined by hyphens are wanted, at most 50 characters`,
    hint: 'Rename the file; the engagement and the package call the mapping by its name.',
  },
  'mapping-twice': {
    severity: 'error',
    says: ({ name, paths }: { name: string; paths: readonly string[] }) =>
      `Two profiles are called ${name}: ${paths.join(' and ')}.`,
    hint: 'Rename one of the files or take it out: a name says which of them read an export.',
  },
  'mappings-folder-missing': {
    severity: 'error',
    says: ({ folder }: { folder: string }) => `mappings: there is no folder ${folder}.`,
    hint: 'Give the folder of shared profiles as it is seen from engagement.yaml, such as ../shared-mappings.',
  },
  'map-undecided': {
    severity: 'error',
    says: ({ questions }: { questions: readonly string[] }) =>
      `No terminal to ask at, and ${questions.length === 1 ? 'one point is' : `${questions.length} points are`} undecided:\n${questions.map((each) => `  ${each}`).join('\n')}`,
    hint: 'Give the flags that are named, or run it at a terminal and answer.',
  },
  'map-flag-wrong': {
    severity: 'error',
    says: ({ flag, got, wanted }: { flag: string; got: string; wanted: string }) =>
      `${flag} "${got}" cannot be used: ${wanted}.`,
    hint: 'Run "proofpack map --help", and "proofpack map <file>" for what the file holds.',
  },
  'map-nothing-tabular': {
    severity: 'error',
    says: ({ path, saw }: { path: string; saw: string }) => `${path} holds no rows that could be mapped (${saw}).`,
    hint: 'Profiles read tables and lists of JSON objects. Export it as CSV or JSON if the tool can; unpack archives first.',
  },
  'map-known-already': {
    severity: 'warning',
    says: ({ path, source }: { path: string; source: string }) =>
      `${path} is read as ${source} already; with a profile beside it the file is nobody's until the engagement names one.`,
    hint: 'Keep the source if it is right. If the profile is meant, name it in the engagement file: exhibits: { <path>: { source: mapping:<name> } }.',
  },
  'map-no-place': {
    severity: 'error',
    says: ({ path }: { path: string }) =>
      `No engagement.yaml was found above ${path}: where shall the profile be saved?`,
    hint: 'Name the folder with --to; engagements name it under "mappings".',
  },
  'map-name-taken': {
    severity: 'error',
    says: ({ path, version }: { path: string; version: number }) => `${path} is there already, as version ${version}.`,
    hint: 'Add --replace to save the next version in its place, or choose another --name.',
  },
} as const satisfies Record<string, Message>;

export interface HeaderChange {
  readonly gone: readonly string[];
  readonly come: readonly string[];
}

const SHOWN = 8;

function listed(label: string, names: readonly string[]): string {
  if (names.length === 0) return '';
  const more = names.length > SHOWN ? ` and ${names.length - SHOWN} more` : '';
  return `${label}: ${names.slice(0, SHOWN).join(', ')}${more}`;
}

/** Why a profile leaves a row out, and what stands where no column speaks. */
export const MAPPING_REASONS = {
  leftOut: (column: string, what: string) => `${column} ${what}`,
  is: (word: string) => `is "${word}"`,
  begins: (word: string) => `begins with "${word}"`,
  blank: () => 'is blank',
  needed: (field: string) => `it has no ${field} that the mapping knows.`,
  said: () => 'you said so',
  headerWord: (header: string, word: string, language: string) => `"${header}" is named by "${word}" (${language})`,
  areDates: (count: number, of: number) => `${count} of ${of} values are times`,
  areNumbers: (count: number, of: number) => `${count} of ${of} values are numbers`,
  areWords: (count: number, of: number) => `${count} of ${of} values are words known for it`,
  areShaped: (what: 'addresses' | 'patches' | 'cves', count: number, of: number) =>
    `${count} of ${of} values look like ${{ addresses: 'addresses', patches: 'numbers of patches', cves: 'CVE numbers' }[what]}`,
  fieldsFound: (found: number, of: number) => `${found} of ${of} needed fields found`,
  columnsExplained: (found: number, of: number) => `${found} of ${of} columns explained`,
  hint: (word: string) => `the export says "${word}"`,
  order: (order: string, count: number) => `${count} dates can only be read as ${order}`,
  totals: (text: string) => `"${text}" begins a row of totals`,
  stated: (value: string) => `${value}, as the mapping states for all rows`,
} as const;

/** What there is to say of every profile as a source. */
export const MAPPING_WORDS = {
  obtain: 'as the profile was made for; it names no menu',
  proves: 'What its columns say, as far as the person who wrote the profile understood them.',
  cannotProve: 'That the columns mean what the profile assumes, or that the export holds all rows.',
} as const;
