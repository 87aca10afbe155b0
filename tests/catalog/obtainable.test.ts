import { expect, it } from 'vitest';
import { ANSWERED_BY } from '../../src/answered-by.ts';
import * as FACTS from '../../src/facts/index.ts';
import { obtainableFrom } from '../../src/obtainable.ts';
import * as SOURCES from '../../src/sources/index.ts';
import { allPractices } from './catalog-files.ts';

/** No source that is read today tells how long a log is set to be kept; people state it in the register of policies. */
const NOWHERE = ['log-retention-days-as-set'];

it('every fact that decides a practice can be had from an export that is named with its menu', () => {
  const deciding = allPractices().flatMap(({ expects }) => expects.filter(({ bears }) => bears === 'directly'));
  expect(
    [...new Set(deciding.map(({ fact }) => fact))].filter((fact) => (ANSWERED_BY[fact] ?? []).length === 0),
  ).toEqual([]);
  expect(Object.keys(FACTS).filter((fact) => (ANSWERED_BY[fact] ?? []).length === 0)).toEqual(NOWHERE);
});

it('names the tools that the client uses first', () => {
  const paths = (used: string) => obtainableFrom(SOURCES, [{ source: used }])['share-of-agents-healthy'] ?? [];
  expect(paths('sentinelone-agents')[0]).toContain('SentinelOne: ');
  expect(paths('defender-machines')[0]).toContain('Defender');
});

it('names no export for a question on which its samples are silent', () => {
  const of = (fact: string) => (obtainableFrom(SOURCES, [])[fact] ?? []).join('\n');
  expect(of('external-tagging-checks-passed')).toContain('ScubaGear');
  expect(of('external-tagging-checks-passed')).not.toContain('CrowdStrike');
  expect(of('remote-desktop-exposed')).not.toContain('Grype');
});

it('names a command that does harm when a flag is forgotten after the others of its tool', () => {
  const paths = obtainableFrom(SOURCES, [{ source: 'restic-check' }])['backup-days-over-period'] ?? [];
  const at = (text: string) => paths.findIndex((path) => path.startsWith(text));
  expect(at('restic: restic snapshots --json')).toBeGreaterThanOrEqual(0);
  expect(at('restic: restic forget')).toBeGreaterThan(at('restic: restic snapshots --json'));
});
