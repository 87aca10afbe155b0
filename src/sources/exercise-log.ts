import { defineSource } from '../intake/contract.ts';
import type { RecordOf } from '../model/record.ts';
import { cell, listed, named } from './kit/columns.ts';

const DATE = ['Date', 'Performed on', 'Exercise date', 'Held on'];
const TYPE = ['Type', 'Exercise type'];
const PARTICIPANTS = ['Participants', 'Attendees', 'Attended by'];

const TYPES: Readonly<Record<string, RecordOf<'exercise'>['exerciseType']>> = {
  'incident response': 'incident-response',
  'incident-response': 'incident-response',
  incident: 'incident-response',
  ir: 'incident-response',
  tabletop: 'incident-response',
  'disaster recovery': 'disaster-recovery',
  'disaster-recovery': 'disaster-recovery',
  dr: 'disaster-recovery',
  continuity: 'continuity',
  'business continuity': 'continuity',
  'business-continuity': 'continuity',
  bcp: 'continuity',
  other: 'other',
};

/** People say what they rehearsed and how: `disaster recovery test`. */
const HOW = ['test', 'exercise', 'tabletop', 'drill', 'rehearsal', 'simulation', 'walkthrough'];
const WORDS = Object.fromEntries(
  Object.entries(TYPES).flatMap(([what, type]) => [[what, type], ...HOW.map((how) => [`${what} ${how}`, type])]),
);

export default defineSource({
  product: 'Register',
  title: 'Exercise log (CSV)',
  kinds: ['exercise'],
  obtain: 'exercise-log.csv, filled in by whoever led them: a row for each exercise',
  proves: 'Which incident and recovery exercises were held when, with whom, and what came of them.',
  cannotProve: 'That an exercise went as written: keep its minutes and the signed attendance list beside it.',
  reads: [
    {
      shape: 'table',
      required: [DATE, TYPE, 'Scenario', PARTICIPANTS],
      row: (row) => {
        const performed = row.time(named(row, DATE));
        const scenario = row.text('Scenario');
        const stated = row.flag(named(row, ['Ransomware', 'Covers ransomware']));
        return {
          kind: 'exercise',
          strength: 'A',
          observed: performed,
          exerciseType: row.word(named(row, TYPE), WORDS) ?? 'other',
          performed,
          scenario,
          participants: listed(cell(row, PARTICIPANTS), /[;|\n]|,(?=\s)/) ?? [],
          findings: row.integer('Findings'),
          actionsOpen: row.integer(named(row, ['Actions open', 'Open actions'])),
          actionsDone: row.integer(named(row, ['Actions done', 'Closed actions'])),
          coversRansomware: stated ?? (scenario !== undefined && /ransom/i.test(scenario) ? true : undefined),
        };
      },
    },
  ],
});
