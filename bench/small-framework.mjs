// For tests and benches: a framework of two questions of its own. All documents are made, and they are short.
export const SMALL_FRAMEWORK = {
  'frameworks/small/framework.yaml': `id: small
title: Small
shortTitle: Small
version: '1'
publisher: Nobody
kind: questionnaire
groupWord: Section
controlWord: question
notice: For tests and benches.
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
};
