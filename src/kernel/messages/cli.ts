import type { Message } from './message.ts';

export const CLI_MESSAGES = {
  'id-unknown': {
    severity: 'error',
    says: ({ word, nearest }: { word: string; nearest: readonly string[] }) =>
      `Nothing is called "${word}"${nearest.length === 0 ? '' : `; near it: ${nearest.join(', ')}`}.`,
    hint: 'Run "proofpack list <sources|mappings|facts|practices|frameworks|models|documents>" for the names.',
  },
  'template-unknown': {
    severity: 'error',
    says: ({ word, nearest, known }: { word: string; nearest: readonly string[]; known: readonly string[] }) =>
      `No template is called "${word}"; ${nearest.length === 0 ? `there are: ${known.join(', ')}` : `near it: ${nearest.join(', ')}`}.`,
    hint: 'Name one of them, or "all".',
  },
  'init-needs': {
    severity: 'error',
    says: ({ flags }: { flags: readonly string[] }) => `No terminal to ask at: ${flags.join(', ')} must be given.`,
    hint: 'For example: proofpack init clients/lakeside --client "Lakeside Family Dental" --framework nist-csf-2.0 --model co-managed.',
  },
  'answers-ended': {
    severity: 'error',
    says: ({ question }: { question: string }) => `The answers ended before this was asked: ${question}.`,
    hint: 'Answer at a terminal, or give every answer as a flag: --help names them.',
  },
  'init-day-wrong': {
    severity: 'error',
    says: ({ flag, got }: { flag: string; got: string }) => `${flag} wants a day written YYYY-MM-DD; this is "${got}".`,
    hint: 'Write the day as 2026-10-15.',
  },
  'init-zone-unknown': {
    severity: 'error',
    says: ({ word }: { word: string }) => `There is no time zone "${word}".`,
    hint: 'Write it as America/Chicago, Europe/Berlin or UTC.',
  },
  'transition-needs': {
    severity: 'error',
    says: ({ flags }: { flags: readonly string[] }) =>
      `The engagement tells of no change of the operating model: ${flags.join(' and ')} must be given.`,
    hint: 'For example: proofpack transition clients/lakeside --to co-managed --on 2026-04-01.',
  },
  'output-kind-unknown': {
    severity: 'error',
    says: ({ path, known }: { path: string; known: readonly string[] }) =>
      `What ${path} should be cannot be told from its name; known endings are ${known.join(', ')}.`,
    hint: 'End the name with what it should be: -o matrix.pdf, -o matrix.xlsx.',
  },
  'output-name-taken': {
    severity: 'error',
    says: ({ path }: { path: string }) => `${path} exists already.`,
    hint: 'Give another name with -o, or --force to replace it.',
  },
  'number-wanted': {
    severity: 'error',
    says: ({ flag, got }: { flag: string; got: string }) => `${flag} wants a number of hours; this is "${got}".`,
    hint: 'Write hours of a week as 20 or 12.5.',
  },
  'dialect-unknown': {
    severity: 'error',
    says: ({ word, known }: { word: string; known: readonly string[] }) =>
      `The matrix cannot be told in the words of "${word}"; known are ${known.join(', ')}.`,
    hint: 'Name one of those, or add yours to frameworks/operating-models/rules/responsibility-words.yaml.',
  },
  'package-not-verified': {
    severity: 'error',
    says: ({ path }: { path: string }) => `${path} does not verify; nothing is compared with it.`,
    hint: 'Run "proofpack verify" on it to see what changed.',
  },
  'packages-of-two-clients': {
    severity: 'error',
    says: ({ before, after }: { before: string; after: string }) =>
      `The first package is for ${before}, the second for ${after}; they are not compared.`,
    hint: 'Compare two packages of one client.',
  },
  'calendar-exists': {
    severity: 'error',
    says: ({ path }: { path: string }) => `${path} exists and is left as it is.`,
    hint: 'Name another file, or move this one away.',
  },
  'previous-is-later': {
    severity: 'error',
    says: ({ path, previous, asOf }: { path: string; previous: string; asOf: string }) =>
      `${path} answers as of ${previous}, which is after the as-of date of this engagement, ${asOf}.`,
    hint: 'Name the package that came before, or correct "asOf".',
  },
  'package-unreadable': {
    severity: 'error',
    says: ({ path }: { path: string }) => `${path} holds no findings that this version can read.`,
    hint: 'Use the version of proofpack that its bag-info.txt names.',
  },
  'encryption-unknown': {
    severity: 'error',
    says: ({ asked }: { asked: readonly string[] }) =>
      `--encrypt ${asked.join(' --encrypt ')}: this is no form of ours.`,
    hint: 'Give age:<recipient> (age1…), as often as there are recipients, or zip-aes256 once.',
  },
  'recipient-unknown': {
    severity: 'error',
    says: ({ recipient }: { recipient: string }) =>
      `${recipient} is no recipient of age: a letter is wrong or missing.`,
    hint: 'Copy it again from the recipient; "age-keygen -y" prints it.',
  },
  'package-not-installed': {
    severity: 'error',
    says: ({ name }: { name: string }) => `What was asked for needs the package ${name}, which is not installed here.`,
    hint: 'Install it beside proofpack: npm install, with its name.',
  },
  'password-wanted': {
    severity: 'error',
    says: ({ what }: { what: string }) => `${what} is wanted, and nobody sits at the terminal.`,
    hint: 'Give a file of which it is the first line: --password-file <file> for the package, --passphrase-file <file> for a key.',
  },
  'password-short': {
    severity: 'error',
    says: ({ least }: { least: number }) => `The password has fewer than ${least} characters: it would be guessed.`,
    hint: 'Take a longer one, such as five words by chance, and tell it by another way than the file.',
  },
} as const satisfies Record<string, Message>;
