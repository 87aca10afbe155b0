import type { Message } from './message.ts';

/** "…; did you mean "asOf"?" when a known word is near enough. */
function meant(word: string | undefined): string {
  return word === undefined ? '' : `; did you mean "${word}"?`;
}

export interface Misspelt {
  readonly word: string;
  readonly nearest?: string | undefined;
}

export const ENGAGEMENT_MESSAGES = {
  'engagement-missing': {
    severity: 'error',
    says: ({ folder }: { folder: string }) => `${folder} holds no engagement.yaml.`,
    hint: 'Run "proofpack init" there; it writes one by a few questions.',
  },
  'folder-missing': {
    severity: 'error',
    says: ({ folder }: { folder: string }) => `${folder} is not a folder that can be read.`,
    hint: 'Give the folder that holds engagement.yaml and the exports.',
  },
  'engagement-invalid': {
    severity: 'error',
    says: ({ problems }: { problems: string }) => problems,
    hint: 'Compare with docs/engagement.md, or let an editor complete it: "proofpack schema".',
  },
  'catalogue-invalid': {
    severity: 'error',
    says: ({ problems }: { problems: string }) => problems,
    hint: 'Compare with docs/add-a-framework.md.',
  },
  'yaml-unreadable': {
    severity: 'error',
    says: ({ problem }: { problem: string }) => `cannot be read as YAML: ${problem}`,
    hint: 'Mind the indentation (spaces, no tabs) and close every quote and bracket.',
  },
  'yaml-key-unknown': {
    severity: 'error',
    says: ({ word, nearest, under }: Misspelt & { readonly under: string | undefined }) =>
      `unknown key "${word}"${under === undefined ? meant(nearest) : `; it belongs under "${under}"`}`,
    hint: 'Correct the key, or take it out: a key that nobody reads is a wish that nobody hears.',
  },
  'yaml-key-missing': {
    severity: 'error',
    says: ({ key, wanted }: { key: string; wanted: string }) => `"${key}" is missing; ${wanted} is wanted`,
    hint: 'Add the key; docs/engagement.md shows each of them, docs/fleet.md those of a portfolio.',
  },
  'yaml-value-wrong': {
    severity: 'error',
    says: ({ key, wanted, got }: { key: string; wanted: string; got: string }) => `"${key}": ${wanted}; this is ${got}`,
    hint: 'Write the value as it is wanted.',
  },
  'yaml-word-unknown': {
    severity: 'error',
    says: ({ key, word, known, nearest }: Misspelt & { key: string; known: readonly string[] }) =>
      `"${key}" is one of ${known.join(', ')}, not "${word}"${meant(nearest)}`,
    hint: 'Take one of the words that are listed.',
  },
  'framework-unknown': {
    severity: 'error',
    says: ({ word, nearest }: Misspelt) => `there is no framework "${word}"${meant(nearest)}`,
    hint: 'Run "proofpack list frameworks", or put your own under frameworks/ beside the engagement.',
  },
  'model-unknown': {
    severity: 'error',
    says: ({ word, nearest }: Misspelt) => `there is no operating model "${word}"${meant(nearest)}`,
    hint: 'Run "proofpack list models", or put your own under frameworks/operating-models/ beside the engagement.',
  },
  'practice-unknown': {
    severity: 'error',
    says: ({ word, nearest }: Misspelt) => `there is no practice "${word}"${meant(nearest)}`,
    hint: 'Run "proofpack list practices" for the names.',
  },
  'domain-unknown': {
    severity: 'error',
    says: ({ word, nearest }: Misspelt) => `there is no domain of practices "${word}"${meant(nearest)}`,
    hint: 'Run "proofpack list practices": the domain stands before each practice.',
  },
  'control-unknown': {
    severity: 'error',
    says: ({ word, nearest }: Misspelt) => `no framework of this engagement has a control "${word}"${meant(nearest)}`,
    hint: 'Run "proofpack explain <id>", or add the framework that has it under "frameworks".',
  },
  'control-withdrawn': {
    severity: 'error',
    says: ({ word, framework, successors }: { word: string; framework: string; successors: readonly string[] }) =>
      `${word} was withdrawn in ${framework}${successors.length === 0 ? ' without a named successor' : `; now ${successors.join(', ')}`}`,
    hint: 'Name the identifier that took its place; where there are several, the one that is meant.',
  },
  'framework-part-unknown': {
    severity: 'error',
    says: ({ word, nearest, framework, known }: Misspelt & { framework: string; known: readonly string[] }) =>
      known.length === 0
        ? `${framework} has no parts to choose from, and so no "${word}"`
        : `${framework} has the parts ${known.join(', ')}, not "${word}"${meant(nearest)}`,
    hint: 'Take some of the parts that are listed, or leave "parts" out: then all of the framework counts.',
  },
  'published-unreadable': {
    severity: 'error',
    says: ({ file, reason }: { file: string; reason: string }) => `${file} cannot be read as a catalogue: ${reason}`,
    hint: 'An OSCAL catalogue (JSON or XML) or the JSON download of NIST CPRT is wanted, as the publisher hands it out.',
  },
  'published-other': {
    severity: 'error',
    says: ({ file, title, framework }: { file: string; title: string; framework: string }) =>
      `${file} is "${title}" and holds the words of no control of ${framework}`,
    hint: 'Name the catalogue of the same framework and edition.',
  },
  'party-unknown': {
    severity: 'error',
    says: ({ word, nearest }: Misspelt) => `the party "${word}" is not in the roster${meant(nearest)}`,
    hint: 'Add it under "parties", or use one that the operating model knows ("proofpack list models").',
  },
  'threshold-unknown': {
    severity: 'error',
    says: ({ word, nearest }: Misspelt) => `nothing is judged by a threshold "${word}"${meant(nearest)}`,
    hint: 'Run "proofpack list practices": each threshold that can be moved is named there.',
  },
  'exhibit-path-unknown': {
    severity: 'error',
    says: ({ word, nearest }: Misspelt) => `there is no file "${word}" in the folder${meant(nearest)}`,
    hint: 'Paths are relative to the folder of engagement.yaml, with /; check the spelling and the case.',
  },
  'period-reversed': {
    severity: 'error',
    says: ({ from, to }: { from: string; to: string }) => `the span ends on ${to}, before it begins on ${from}`,
    hint: 'Put the earlier day under "from".',
  },
  'period-after-as-of': {
    severity: 'error',
    says: ({ to, asOf }: { to: string; asOf: string }) =>
      `the period ends on ${to}, after the as-of date ${asOf}: what has not happened yet cannot be evidenced`,
    hint: 'asOf is the day on which the answers are signed; move it to the last day of the period or later, or end the period sooner.',
  },
  'control-not-addressable': {
    severity: 'error',
    says: ({ word }: Misspelt) => `"${word}" is not an addressable specification; a decision cannot replace it`,
    hint: 'Only addressable specifications take a decision; for others use "applicability" or "riskAcceptances".',
  },
  'addressable-incomplete': {
    severity: 'error',
    says: ({ control, decision, field }: { control: string; decision: string; field: string }) =>
      `${control}: the decision "${decision}" needs "${field}"`,
    hint: '45 CFR 164.306(d)(3) wants the reason written down, and the equivalent measure where there is one.',
  },
  'catalogue-file-missing': {
    severity: 'error',
    says: ({ folder, file }: { folder: string; file: string }) => `the framework in ${folder} has no ${file}`,
    hint: 'A framework is three files: framework.yaml, controls.yaml, mapping.yaml (docs/add-a-framework.md).',
  },
  'catalogue-name-differs': {
    severity: 'error',
    says: ({ word, name }: { word: string; name: string }) =>
      `its id is "${word}" and it lies under the name "${name}"`,
    hint: 'Give the file or folder the name of its id: the listing is the catalogue.',
  },
  'catalogue-twice': {
    severity: 'error',
    says: ({ kind, word }: { kind: string; word: string }) => `there is already a ${kind} "${word}"`,
    hint: 'Give yours another id; what is shipped is not replaced silently.',
  },
  'catalogue-fact-unknown': {
    severity: 'error',
    says: ({ word, nearest }: Misspelt) => `there is no fact "${word}"${meant(nearest)}`,
    hint: 'Run "proofpack list facts" for the names.',
  },
  'catalogue-control-unmapped': {
    severity: 'error',
    says: ({ word }: Misspelt) => `mapping.yaml says nothing about "${word}": it could never get a verdict`,
    hint: 'Map it to a practice, give it an expectation of its own, or say under onlyPeopleKnow why only a person can answer.',
  },
  'catalogue-reference-unknown': {
    severity: 'error',
    says: ({ word, list, nearest }: Misspelt & { list: string }) => `${list} has no "${word}"${meant(nearest)}`,
    hint: 'Correct the identifier; a list of another framework is named under "references" with whose mapping it is.',
  },
  'catalogue-unowned': {
    severity: 'error',
    says: ({ word }: Misspelt) => `nobody owns the practices of the domain "${word}" under this model`,
    hint: 'Give the domain its hats: accountable, responsible, evidence, approves.',
  },
  'subject-missing': {
    severity: 'error',
    says: ({ where, one }: { where: string; one: string }) => `${where} names nothing it is about; ${one} is wanted`,
    hint: 'Name one.',
  },
} as const satisfies Record<string, Message>;
