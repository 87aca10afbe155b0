import { describe, expect, it } from 'vitest';
import type { Place } from '../../src/kernel/place.ts';
import { positions } from '../../src/report/view/positions.ts';

const at = (...points: readonly string[]): readonly Place[] => points.map((point) => ({ path: 'x.json', at: point }));

describe('the places in an exhibit', () => {
  it.each<[string, readonly Place[], string]>([
    ['rows as stretches', [3, 1, 2, 9].map((row) => ({ path: 'x.csv', row })), 'rows 1–3, 9'],
    ['a single line', [{ path: 'x.txt', line: 4 }], 'line 4'],
    [
      'items by number and not by spelling, counted from 1',
      at('/value/9', '/value/1', '/value/10', '/value/0'),
      'items 1, 2, 10, 11',
    ],
    ['a whole list as one stretch', at(...Array.from({ length: 12 }, (_, index) => `/value/${index}`)), 'items 1–12'],
    ['items of the document itself', at('/2'), 'item 3'],
    [
      'items of one of several lists with the way to it',
      at('/Results/0/Vulnerabilities/3'),
      'Results 1, Vulnerabilities item 4',
    ],
    ['the root of a file by nothing, for its number tells it', at('/', ''), ''],
    ['elements by their name', at('/run[1]/host[1]/port[2]', '/run[1]/host[1]/port[1]'), 'host 1, ports 1, 2'],
    ['elements of one of several parents', at('/run[1]/host[7]/ports[1]/port[2]'), 'host 7, port 2'],
    ['items of a list that has a name by it', at('/BackupJobs/3'), 'BackupJobs item 4'],
    [
      'elements without the words that were told',
      at('/Data/Report[1]/ReportHost[7]/ReportItem[1]', '/Data/Report[1]/ReportHost[7]/ReportItem[2]'),
      'report 1, host 7, items 1, 2',
    ],
    ['what has no number as it stands', at('/computer', '/computer'), '/computer'],
    [
      'many stretches up to six',
      [1, 3, 5, 7, 9, 11, 13].map((row) => ({ path: 'x.csv', row })),
      'rows 1, 3, 5, 7, 9, 11\u00a0…',
    ],
  ])('are told: %s', (_, places, told) => {
    expect(positions(places)).toBe(told);
  });
});
