import type { Edition } from '../model/engagement.ts';

/**
 * What a recipient gets. `named`: people, devices and rows are told; `compact`: tables instead of a section for each control; `sanitises`: copies of
 * exhibits without people and machines, where the engagement asks for them; `hints`: whoever makes the package reads it, and is told what to do.
 */
export const EDITION_TRAITS = {
  auditor: { word: 'Auditor edition', named: true, compact: false, sanitises: false, hints: false, withheld: '' },
  internal: { word: 'Internal edition', named: true, compact: false, sanitises: false, hints: true, withheld: '' },
  insurer: {
    word: 'Insurer edition',
    named: false,
    compact: true,
    sanitises: false,
    hints: false,
    withheld:
      'Names of people, accounts and devices are withheld, and so are the original exports; their hashes are listed.',
  },
  customer: {
    word: 'Customer edition',
    named: false,
    compact: true,
    sanitises: true,
    hints: false,
    withheld:
      'Names of people, accounts and devices are withheld, and so are the original exports; their hashes are listed.',
  },
} as const satisfies Record<
  Edition,
  { word: string; named: boolean; compact: boolean; sanitises: boolean; hints: boolean; withheld: string }
>;
