import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readShippedTemplates } from '../../src/disk/index.ts';
import { newFolder, proofpack, smallClient } from './world.ts';

const FOLDER = 'templates';

describe('proofpack templates eject', () => {
  it('writes a copy of the one that is named, and of no other', async () => {
    const folder = newFolder();
    const { exit, out } = await proofpack('templates', 'eject', 'control', folder);
    expect([exit, out]).toEqual([0, 'written  templates/partials/control.hbs\n']);
    expect(existsSync(join(folder, FOLDER, '02-control-report.hbs'))).toBe(false);
  });

  it('writes all of them as they are shipped, and never over a file', async () => {
    const folder = newFolder();
    await proofpack('templates', 'eject', '00-read-me-first', folder);
    const mine = join(folder, FOLDER, '00-read-me-first.hbs');
    writeFileSync(mine, 'mine');
    const { exit, json } = await proofpack('templates', 'eject', 'all', folder, '--json');
    const shipped = await readShippedTemplates();
    expect(exit).toBe(0);
    expect(json()).toMatchObject({ schema: 'proofpack.templates/1', kept: ['templates/00-read-me-first.hbs'] });
    expect(readFileSync(mine, 'utf8')).toBe('mine');
    for (const { path, text } of shipped.filter((each) => !mine.endsWith(each.path))) {
      expect(readFileSync(join(folder, path), 'utf8')).toBe(text);
    }
    expect(shipped.map(({ path }) => path)).toContain('templates/alone/transition.hbs');
  });

  it('names what is near, when nothing is called so', async () => {
    const { exit, err } = await proofpack('templates', 'eject', '02-controll-report', newFolder());
    expect(exit).toBe(2);
    expect(err).toContain('No template is called "02-controll-report"; near it: 02-control-report');
  });
});

const OWN = `---
title: Our word first
file: 00-READ-ME-FIRST
about: What we say
---
# Words of our own for {{client.name}}
`;

describe('templates beside an engagement', () => {
  it('stand in for ours, are no exhibits, and are named in the notes', async () => {
    const documents = (await readShippedTemplates()).filter(({ path }) => /^templates\/[^/]+$/.test(path));
    // All of them short, so that the test is; each keeps the head of ours.
    const short = documents.map(({ path, text }) => [path, text.replace(/(\n---\n)[\s\S]*/, '$1# Words of our own\n')]);
    const folder = smallClient({
      ...Object.fromEntries(short),
      'templates/00-read-me-first.hbs': OWN,
      'templates/policy.txt': 'A policy.\n',
    });
    const { exit, out, json } = await proofpack('build', folder, '-o', join(newFolder(), 'out.zip'), '--json');
    expect(exit, out).toBe(0);
    const { notes } = json() as { notes: readonly { code: string; place?: { path: string } }[] };
    const own = notes.filter(({ code }) => code === 'template-own').map(({ place }) => place?.path);
    expect(own).toEqual(documents.map(({ path }) => path));
    const inspected = (await proofpack('inspect', folder, '--json')).out;
    expect(inspected).toContain('templates/policy.txt');
    expect(inspected).not.toContain('00-read-me-first');
    const listed = (await proofpack('list', 'documents', '--folder', folder)).out;
    expect(listed).toContain('Our word first');
  });

  it('stop the build before anything is written, with file, line, column and the nearest name', async () => {
    const folder = smallClient({
      'templates/00-read-me-first.hbs': OWN.replace('client.name', 'client.nmae'),
      'templates/partials/control.hbs': '{{#each reasons}}\n{{txt}}\n{{/each}}\n',
    });
    const out = join(newFolder(), 'out.zip');
    const { exit, err } = await proofpack('build', folder, '-o', out);
    expect(exit).toBe(2);
    expect(err).toContain(
      'templates/00-read-me-first.hbs:6:26 "client.nmae": there is no field "nmae"; did you mean "name"?',
    );
    expect(err).toContain('templates/partials/control.hbs:2:3 "txt": there is no field "txt"; did you mean "text"?');
    expect(existsSync(out)).toBe(false);
  });

  it('stand in for the documents outside of packages too', async () => {
    const folder = smallClient({
      'templates/alone/responsibility-matrix.hbs': OWN.replace('client.name', 'client.nam'),
    });
    const { exit, err } = await proofpack('matrix', folder, '-o', join(newFolder(), 'matrix.pdf'));
    expect([exit, err.includes('templates/alone/responsibility-matrix.hbs:6:26')]).toEqual([2, true]);
  });
});
