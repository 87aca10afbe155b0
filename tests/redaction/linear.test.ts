import { expect, it } from 'vitest';
import { PLANTED_KINDS, plant } from '../../bench/planted.mjs';
import { sightingsIn } from '../../src/redaction/index.ts';

/** Texts that make patterns begin again and again: what a kind looks like, cut off before its end, without a line break. */
const NASTY = [
  'a',
  '1',
  ' ',
  '"a":',
  '\\"a\\":',
  'a=',
  'password ',
  'A1B2-',
  '123456-',
  '1.2.3.',
  'ab:',
  'x@',
  'a.',
  '<a b="',
  'net user ',
  'curl -',
  'eyJaaaaaaaaaa.',
  '-----BEGIN PRIVATE KEY-----',
  'server=a;',
  'cookie: a=bbbbbbbbbbbbb; ',
  '$6$a$',
  '{SSHA}',
  'a::b:',
  'snmp-server community ',
  ...PLANTED_KINDS.map((kind) => {
    const { line, name, value } = plant(kind, 1);
    const text = line ?? `"${name}": "${value}`;
    return text.slice(0, Math.max(4, Math.floor(text.length * 0.7))).replaceAll('\n', ' ');
  }),
];

const LENGTH = 20_000;

/** Milliseconds, the best of three: other threads work on this machine, too. */
function took(unit: string, length: number): number {
  const text = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
  const times = [0, 1, 2].map(() => {
    const started = performance.now();
    sightingsIn(text);
    return performance.now() - started;
  });
  return Math.min(...times);
}

it('takes time in proportion to the text, whatever somebody writes into an export', () => {
  for (const unit of NASTY) took(unit, 1000);
  // Four times the text takes four times as long, or sixteen times where a pattern starts anew at each place; only long times are told apart.
  const isSlow = (unit: string): boolean => {
    const large = took(unit, LENGTH * 4);
    return large > 80 && large > 9 * took(unit, LENGTH);
  };
  const slow = NASTY.filter((unit) => isSlow(unit) && isSlow(unit) && isSlow(unit));
  expect(slow).toEqual([]);
}, 60_000);
