import type { Message } from './message.ts';

export const REPORT_MESSAGES = {
  'template-invalid': {
    severity: 'error',
    says: ({ problems }: { problems: string }) => problems,
    hint: 'Correct the template; docs/add-a-document.md lists the markup and the names that templates may print.',
  },
  'template-own': {
    severity: 'info',
    says: ({ file }: { file: string }) => `${file} stands in for ours, or was added: its words are its author's.`,
    hint: 'The log of custody names it with its SHA-256. Take the file away to have the document as it is shipped.',
  },
  'brand-colour-invalid': {
    severity: 'warning',
    says: ({ colour, used }: { colour: string; used: string }) =>
      `brand.colour "${colour}" is no colour that we can read; ${used} was used.`,
    hint: 'Write it as six hexadecimal digits, in quotes: "#0B5FA5".',
  },
  'link-without-target': {
    severity: 'warning',
    says: ({ document, target }: { document: string; target: string }) =>
      `${document} links to ${target}, which it does not hold; the words stand without the link.`,
    hint: 'Give the heading or table that is meant this id, or take the link out of the template.',
  },
  'text-withheld': {
    severity: 'info',
    says: ({ count, code }: { count: number; code: string }) =>
      `${count} ${count === 1 ? 'note' : 'notes'} of the kind "${code}"; the wording is withheld in this edition.`,
    hint: 'The auditor edition carries the full wording.',
  },
} as const satisfies Record<string, Message>;
