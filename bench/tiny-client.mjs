// A client in miniature under a framework of two questions of its own: every document is made, and quickly. For benches that build often.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SMALL_FRAMEWORK } from './small-framework.mjs';

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
  ...SMALL_FRAMEWORK,
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
