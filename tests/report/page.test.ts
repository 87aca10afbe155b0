import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { sha256 } from '../../src/kernel/sha256.ts';
import type { Findings } from '../../src/model/findings.ts';
import { compose } from '../../src/report/index.ts';
import { PLACEMENTS, TEMPLATES, WORLD } from './world.ts';

function textOf(path: string, findings: Findings = WORLD): string {
  const { files } = compose(findings, {
    edition: 'auditor',
    templates: TEMPLATES,
    placements: PLACEMENTS,
    assurance: 'x',
  });
  const found = files.find((file) => file.path === path);
  if (found === undefined) throw new Error(`no ${path}`);
  return found.text;
}

const VOID = new Set(['meta', 'br', 'hr', 'input']);
const page = textOf('data/index.html');

describe('the page', () => {
  it('needs nothing from anywhere', () => {
    expect(page).not.toMatch(/\b(?:src|srcset|action)=|<link|@import|url\(|https?:\/\//);
    expect(page.replaceAll('&#39;', "'")).toContain("default-src 'none'");
  });

  it('lets only its own script run', () => {
    const script = /<script>([\s\S]*?)<\/script>/.exec(page)?.[1] ?? '';
    const named = /'sha256-([^']+)'/.exec(page.replaceAll('&#39;', "'"))?.[1] ?? '';
    expect(Buffer.from(named, 'base64').toString('hex')).toBe(sha256(script));
    expect(page.match(/<script/g)).toHaveLength(1);
  });

  it('closes every element that it opens', () => {
    const open: string[] = [];
    const body = page.replace(/<script>[\s\S]*?<\/script>|<style>[\s\S]*?<\/style>|<!doctype html>/g, '');
    for (const [, slash, name = ''] of body.matchAll(/<(\/?)([a-z][a-z0-9]*)\b[^<>]*>/g)) {
      if (VOID.has(name)) continue;
      if (slash === '/') expect(open.pop()).toBe(name);
      else open.push(name);
    }
    expect(open).toEqual([]);
  });

  it('gives each id once, and each of its links leads somewhere', () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(targets.length).toBeGreaterThan(10);
    for (const target of targets) expect(ids).toContain(target);
    const files = [...page.matchAll(/href="\.\/([^"]+)"/g)].map(([, file]) => file);
    expect(files).toContain('02-Control-Report.pdf');
    expect(files).toContain('05-Evidence-Index.xlsx');
  });

  it('breaks no identifier and no day at its hyphens, and a hash or a path where it must', () => {
    expect(page).toMatch(/<a class="id" href="[^"]+">E-001<\/a>/);
    expect(page).toContain('<time>2026-12-01</time>');
    expect(page).not.toMatch(/class="id">[^<]*(?:[\s/]|[0-9a-f]{64})/);
  });

  it('tells every control, every exhibit with its whole hash, and every picture in words', () => {
    for (const { controls } of WORLD.frameworks)
      for (const { control } of controls) expect(page).toContain(`<td class="id">${control}</td>`);
    for (const { sha256: hash } of WORLD.exhibits) expect(page).toContain(hash);
    expect(page.match(/role="img" aria-label="[^"]{20,}"/g)?.length).toBeGreaterThanOrEqual(4);
  });

  it('keeps hostile words in their place', () => {
    const weakness = '</td><script>alert(1)</script>"\'&<img onerror=x>';
    const gaps = WORLD.gaps.map((gap) => ({ ...gap, action: weakness }));
    const hostile = textOf('data/index.html', { ...WORLD, gaps });
    expect(hostile.match(/<script/g)).toHaveLength(1);
    expect(hostile).not.toContain('<img');
    expect(hostile).toContain('&lt;/td&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;&lt;img onerror=x&gt;');
  });
});

describe('OMISSIONS.csv', () => {
  it('names what was expected, what was not used, and what was left out, each with its reason', () => {
    const rows = parse(textOf('data/machine/OMISSIONS.csv')) as string[][];
    expect(rows.map(([what, subject]) => `${what}: ${subject}`)).toEqual([
      'What: Subject',
      'Expected, not delivered: log review',
      'Rows left out: E-002 edr/hosts.csv',
      'Handed over, not used as evidence: E-004 people/kim-canary.csv',
      'Handed over, not used as evidence: E-006 scan/other.csv',
    ]);
    expect(rows[1]).toContain('ask for log-review · the record of reviews');
  });

  it.each([
    '=1+1',
    '+1',
    '-1',
    '@x',
    ' =1',
    '\t=1',
    '＝1',
    '\r=1',
    '＠x',
  ])('is computed by no spreadsheet: %j', (reason) => {
    const missing = WORLD.missing.map((each) => ({ ...each, because: reason }));
    const [, row] = parse(textOf('data/machine/OMISSIONS.csv', { ...WORLD, missing })) as string[][];
    expect(row?.[2]).toBe(`'${reason}`);
  });

  it('carries commas, quotes and line breaks', () => {
    const because = 'a, "b"\nc';
    const missing = WORLD.missing.map((each) => ({ ...each, because }));
    const [, row] = parse(textOf('data/machine/OMISSIONS.csv', { ...WORLD, missing })) as string[][];
    expect(row?.[2]).toBe(because);
  });
});

describe('an exhibit that the engagement excludes', () => {
  it('is named with its reason', () => {
    const exhibits = WORLD.exhibits.map((each, index) =>
      index === 4 ? { ...each, excluded: { because: 'of another client' } } : each,
    );
    expect(textOf('data/machine/OMISSIONS.csv', { ...WORLD, exhibits })).toContain(
      'Excluded by the engagement,E-005 scan/old.csv,of another client',
    );
  });
});
