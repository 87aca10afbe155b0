import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from 'vitest';

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder with these files, gone after the test. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'proofpack-test-'));
  made.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

const expects = `expects:
      - { fact: days-since-restore, is: { withinDays: 90, named: restore-days }, shows: operation, bears: directly, because: A restore shows it. }`;
const rest = `duty: operation
    remedy: Run a restore and keep its log.
    severity: high
    evidence: { best: A log of a restore., askFor: The log of a restore., kinds: [restore-test] }`;

/** The smallest catalogue that holds together: two practices, a framework of two controls, a model. */
export const CATALOGUE: Readonly<Record<string, string>> = {
  'practices/backup.yaml': `domain: backup
title: Backup
practices:
  - id: restore-testing
    title: Restores are tested
    meaning: Somebody brings data back from backups and looks at it.
    ${rest}
    ${expects}
  - id: backup-jobs
    title: Backups run
    meaning: Backups are made as often as they are planned.
    ${rest}
    ${expects}
`,
  'operating-models/co-managed.yaml': `id: co-managed
title: Co-managed
meaning: Shared between the client and a provider.
because: Both of them work on it.
parties:
  - { id: client-leadership, title: Leadership, meaning: Decides., side: client }
  - { id: internal-it, title: Internal IT, meaning: Operates., side: client }
  - { id: msp, title: Provider, meaning: Operates., side: provider }
authority: { msp: [restore-backups] }
escalation: [msp, client-leadership]
domains:
  backup: { accountable: internal-it, responsible: [msp], evidence: msp, approves: internal-it, because: As the contract has it. }
practices: {}
`,
  'demo/framework.yaml': `id: demo
title: Demo
shortTitle: Demo
version: '1'
publisher: Nobody
kind: outcomes
groupWord: Group
controlWord: outcome
notice: None.
counts: { outcomes: 2 }
because: For tests.
`,
  'demo/controls.yaml': `groups: [{ id: one, title: One }]
controls:
  - { id: D-1, title: First, summary: Backups can be restored., group: one, requirement: addressable }
  - { id: D-2, title: Second, summary: Backups are made at all., group: one }
`,
  'demo/mapping.yaml': `note: Ours.
controls:
  - { id: D-1, practices: [{ practice: restore-testing, bears: directly, because: It is the same thing. }] }
  - { id: D-2, practices: [{ practice: backup-jobs, bears: directly, because: It is the same thing. }] }
`,
};

export const ENGAGEMENT = `client: { name: Lakeside }
period: { from: 2025-10-01, to: 2026-09-30 }
asOf: 2026-10-15
frameworks: [demo]
operatingModel: co-managed
`;

/** Like a folder of files, with some of them replaced. */
export function catalogueWith(changes: Readonly<Record<string, string>> = {}): string {
  return folderWith({ ...CATALOGUE, ...changes });
}
