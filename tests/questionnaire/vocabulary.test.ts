import { describe, expect, it } from 'vitest';
import type { FormCell, Saying } from '../../src/model/questionnaire.ts';
import { sayingIn } from '../../src/questionnaire/answer/earlier.ts';
import { saysMore } from '../../src/questionnaire/answer/judged.ts';
import { entryFor, ownershipEntry } from '../../src/questionnaire/answer/vocabulary.ts';
import { grid, picks, WORDS } from './world.ts';

const cell = (more: Partial<FormCell>): FormCell => grid([[more]]).at(0, 0);
const said = (saying: Saying, more: Partial<FormCell>) => {
  const entry = entryFor(saying, cell(more), WORDS);
  return entry === null ? null : entry.kind === 'text' ? entry.text : entry;
};

describe('an answer in the words of its cell', () => {
  it.each([
    [['Yes', 'No', 'N/A'], 'yes', 'Yes'],
    [['Y', 'N'], 'no', 'N'],
    [['Ja', 'Nein', 'Teilweise', 'Entfällt'], 'partly', 'Teilweise'],
    [
      ['Fully implemented', 'Partially implemented', 'Not implemented', 'Not applicable'],
      'not-applicable',
      'Not applicable',
    ],
    [['Yes - in place', 'No - not in place', 'Partial (explain)'], 'partly', 'Partial (explain)'],
    [['Yes, we publish an address and review each report in time', 'No'], 'yes', null],
    [['Yes, we publish an address and review each report in time', 'No'], 'no', 'No'],
    [['1 - never', '2', '3', '4', '5 - always, measured, and reviewed by somebody from outside'], 'yes', null],
    [['1', '2', '3', '4', '5'], 'yes', '5'],
    [['0 - None', '1 - Initial', '2 - Defined', '3 - Managed', '4 - Optimised'], 'no', '0 - None'],
    [['Yes', 'No'], 'partly', null],
    [['1', '2', '3', '4', '5'], 'partly', null],
    [['Red', 'Amber', 'Green'], 'yes', null],
  ] as const)('of %j says %s as %j', (list, saying, word) => {
    expect(said(saying, picks(...list))).toBe(word);
  });

  it('is plain where any text may stand, and nothing where a day, a share or an unknown list is wanted', () => {
    expect(said('partly', {})).toBe('Partially');
    expect(said('yes', { takes: { kind: 'anything', format: 'date' } })).toBeNull();
    expect(said('yes', { takes: { kind: 'anything', format: 'percent' } })).toBeNull();
    expect(said('yes', { takes: { kind: 'list', words: null, format: 'general' } })).toBeNull();
  });

  it('is an end of a scale that the cell is held to', () => {
    const within = { least: 1, most: 5, except: null };
    expect(said('yes', { takes: { kind: 'number', whole: true, format: 'number', within } })).toEqual({
      kind: 'number',
      number: 5,
    });
    expect(said('partly', { takes: { kind: 'number', whole: true, format: 'number', within } })).toBeNull();
  });
});

describe('whose a control is', () => {
  const caiq = picks(
    'CSP-owned',
    'CSC-owned',
    '3rd-party outsourced',
    'Shared CSP and CSC',
    'Shared CSP and 3rd-party',
  );
  it.each([
    [['client'], 'CSP-owned'],
    [['provider'], '3rd-party outsourced'],
    [['client', 'provider'], 'Shared CSP and 3rd-party'],
  ] as const)('%j is told as %s', (sides, word) => {
    expect(ownershipEntry(new Set(sides), cell(caiq), WORDS)).toEqual({ kind: 'text', text: word });
  });
});

describe('what was said before', () => {
  it.each([
    ['Yes', 'yes'],
    ['Yes. All users are covered.', 'yes'],
    ['No - planned for Q3', 'no'],
    ['N/A', 'not-applicable'],
    ['We use a VPN.', null],
  ])('%j', (text, saying) => {
    expect(sayingIn(text, WORDS)).toBe(saying);
  });

  it.each([
    ['yes', 'yes', false, false],
    ['yes', 'partly', false, true],
    ['yes', 'cannot-say', false, true],
    ['partly', 'partly', false, false],
    ['partly', 'cannot-say', false, true],
    ['no', 'cannot-say', false, false],
    ['no', 'yes', true, false],
    ['no', 'partly', true, true],
    ['no', 'cannot-say', true, true],
    ['yes', 'no', true, false],
  ] as const)('%s over a ceiling of %s (no is favourable: %s) says more: %s', (claim, ceiling, adverse, more) => {
    expect(saysMore(claim, ceiling, { adverse })).toBe(more);
  });
});
