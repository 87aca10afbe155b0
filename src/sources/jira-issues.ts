import { defineSource, type Fields, type FileContext, type Yield } from '../intake/contract.ts';
import { cell } from './kit/columns.ts';
import { ifDated } from './kit/dated.ts';
import { producedBy } from './kit/produced.ts';
import { firstDated } from './kit/times.ts';

const STATES = { new: 'open', indeterminate: 'open', undefined: 'unknown', done: 'closed' } as const;
const STATUS_WORDS = {
  'to do': 'open',
  open: 'open',
  backlog: 'open',
  reopened: 'open',
  'in progress': 'open',
  'work in progress': 'open',
  'waiting for support': 'open',
  'waiting for customer': 'open',
  resolved: 'resolved',
  done: 'closed',
  closed: 'closed',
  canceled: 'closed',
  cancelled: 'closed',
} as const;
const SEVERITIES = {
  highest: 'critical',
  critical: 'critical',
  blocker: 'critical',
  high: 'high',
  major: 'high',
  medium: 'medium',
  low: 'low',
  minor: 'low',
  lowest: 'low',
  trivial: 'low',
} as const;

export default defineSource({
  product: 'Jira',
  title: 'Issues (search JSON or CSV)',
  kinds: ['incident'],
  obtain: 'GET /rest/api/3/search?jql=...&fields=*all, all pages; or Filters > Export > CSV (all fields)',
  proves: 'Which issues were recorded, and when each was opened and resolved.',
  cannotProve:
    'That an issue is a security incident unless its type, label or component says so, or that nothing else happened.',
  reads: [
    {
      shape: 'json',
      produced: ({ document }) => producedBy({ rowsStated: document.integer('total') }),
      items: 'issues',
      required: ['key', 'fields.summary', 'fields.status', 'fields.created'],
      item: (issue, file) =>
        read(issue, file, {
          id: issue.text('key'),
          state: issue.word('fields.status.statusCategory.key', STATES),
          at: (name) => `fields.${name}`,
          kinds: [
            issue.text('fields.issuetype.name'),
            ...issue.texts('fields.labels'),
            ...issue.texts('fields.components.name'),
          ],
        }),
    },
    {
      shape: 'table',
      required: ['Issue key', 'Issue Type', 'Summary', 'Status', 'Created'],
      row: (issue, file) =>
        read(issue, file, {
          id: issue.text('Issue key'),
          state: issue.word('Status', STATUS_WORDS),
          at: (name) => CSV_NAMES[name] ?? name,
          kinds: [
            issue.text('Issue Type'),
            ...issue.texts('Labels'),
            ...issue.texts('Components'),
            ...issue.texts('Component/s'),
          ],
        }),
    },
  ],
});

const CSV_NAMES: Readonly<Record<string, string>> = {
  summary: 'Summary',
  created: 'Created',
  updated: 'Updated',
  resolutiondate: 'Resolved',
  'priority.name': 'Priority',
  'issuetype.name': 'Issue Type',
  'assignee.displayName': 'Assignee',
};

interface Dialect {
  readonly id: string | undefined;
  readonly state: 'open' | 'resolved' | 'closed' | 'unknown' | undefined;
  readonly at: (name: string) => string;
  readonly kinds: readonly (string | undefined)[];
}

function read(issue: Fields, file: FileContext, { id, state, at, kinds }: Dialect): Yield {
  if (id === undefined) return { reject: 'no issue key' };
  const opened = issue.time(at('created'));
  // An issue that does not say so may still be one: silence is not a no.
  const security = kinds.some((kind) => kind !== undefined && /security|phishing|malware|breach|ransom/i.test(kind));
  return {
    kind: 'incident',
    strength: 'R',
    observed: firstDated(issue.time(at('updated')), opened, file.asStated),
    incidentId: id,
    title: issue.text(at('summary')),
    opened: ifDated(opened),
    resolved: ifDated(issue.time(at('resolutiondate'))),
    severity: issue.has(at('priority.name')) ? (issue.word(at('priority.name'), SEVERITIES) ?? 'unknown') : undefined,
    state: state ?? 'unknown',
    security: security ? true : undefined,
    category: cell(issue, [at('issuetype.name')]),
    owner: issue.text(at('assignee.displayName')),
  };
}
