// A client in miniature under a framework of two questions of its own: every document is made, and quickly. For benches that build often.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const TINY = {
  'engagement.yaml': `client:
  name: Lakeside
  timeZone: America/Chicago
  identifiers: { domains: [lakeside.example] }
period: { from: 2025-10-01, to: 2026-09-30 }
asOf: 2026-10-15
frameworks: [small]
operatingModel: co-managed
`,
  'frameworks/small/framework.yaml': `id: small
title: Small
shortTitle: Small
version: '1'
publisher: Nobody
kind: questionnaire
groupWord: Section
controlWord: question
notice: For benches.
counts: { questions: 2 }
because: Documents of two questions are made quickly.
`,
  'frameworks/small/controls.yaml': `groups: [{ id: one, title: One }]
controls:
  - { id: S-1, title: Backups are read back, summary: Whether backups are read in whole., group: one, answer: yes-no }
  - { id: S-2, title: Restores are tested, summary: Whether restores are tested., group: one, answer: yes-no }
`,
  'frameworks/small/mapping.yaml': `note: Ours.
controls:
  - { id: S-1, practices: [{ practice: backup-integrity-checks, bears: directly, because: It is the same question. }] }
  - { id: S-2, practices: [{ practice: restore-testing, bears: directly, because: It is the same question. }] }
`,
  'notes/readme.txt': 'Nothing of interest.\n',
  'hr/staff.csv': 'Display name,E-mail,State\nKim Adler,kim.adler@lakeside.example,active\n',
};

/** Lays it down in `folder`, with more files or others in place of them (bytes or text by path). */
export function layTinyClient(folder, more = {}) {
  for (const [path, content] of Object.entries({ ...TINY, ...more })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}
