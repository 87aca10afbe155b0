import { defineSource, type Fields, type FileContext, type Yield } from '../intake/contract.ts';
import { cell, named } from './kit/columns.ts';
import { ifDated } from './kit/dated.ts';
import { producedBy } from './kit/produced.ts';
import { firstDated } from './kit/times.ts';

// The keys of Jira's three status categories, and the commonest names of the statuses themselves: the CSV only has those.
const STATES = {
  new: 'open',
  indeterminate: 'open',
  undefined: 'unknown',
  'to do': 'open',
  'tareas por hacer': 'open',
  'por hacer': 'open',
  open: 'open',
  backlog: 'open',
  reopened: 'open',
  'in progress': 'open',
  'en curso': 'open',
  'work in progress': 'open',
  'waiting for support': 'open',
  'waiting for customer': 'open',
  resolved: 'resolved',
  resuelta: 'resolved',
  done: 'closed',
  listo: 'closed',
  finalizada: 'closed',
  closed: 'closed',
  cerrada: 'closed',
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

// A CSV is written in the language of whoever exports it.
const KEY = ['key', 'Issue key', 'Clave de incidencia'];
const TYPE = ['fields.issuetype.name', 'Issue Type', 'Tipo de Incidencia'];
const SUMMARY = ['fields.summary', 'Summary', 'Resumen'];
const STATE = ['fields.status.statusCategory.key', 'Status Category', 'Status', 'Estado'];
const CREATED = ['fields.created', 'Created', 'Creada'];
const UPDATED = ['fields.updated', 'Updated', 'Actualizada'];
const RESOLVED = ['fields.resolutiondate', 'Resolved', 'Resuelta'];
const PRIORITY = ['fields.priority.name', 'Priority', 'Prioridad'];
const LABELS = ['fields.labels', 'fields.components.name', 'Labels', 'Components', 'Component/s', 'Etiquetas'];

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
      items: 'issues',
      required: ['key', 'fields.summary', 'fields.status', 'fields.created'],
      item: read,
      produced: ({ document }) => producedBy({ rowsStated: document.integer('total') }),
    },
    {
      shape: 'table',
      required: [KEY.slice(1), TYPE, SUMMARY, STATE, CREATED],
      row: read,
    },
  ],
});

function read(issue: Fields, file: FileContext): Yield {
  const incidentId = cell(issue, KEY);
  if (incidentId === undefined) return { reject: 'no issue key' };
  const opened = issue.time(named(issue, CREATED));
  const category = cell(issue, TYPE);
  // An issue that does not say so may still be one: silence is not a no.
  const kinds = [category ?? '', ...LABELS.flatMap((name) => issue.texts(name))];
  const security = kinds.some((kind) => /security|seguridad|phishing|malware|breach|ransom/i.test(kind));
  const prioritised = cell(issue, PRIORITY) !== undefined;
  return {
    kind: 'incident',
    strength: 'R',
    observed: firstDated(issue.time(named(issue, UPDATED)), opened, file.asStated),
    incidentId,
    title: cell(issue, SUMMARY),
    opened: ifDated(opened),
    resolved: ifDated(issue.time(named(issue, RESOLVED))),
    severity: prioritised ? (issue.word(named(issue, PRIORITY), SEVERITIES) ?? 'unknown') : undefined,
    state: issue.word(named(issue, STATE), STATES) ?? 'unknown',
    security: security ? true : undefined,
    category,
    owner: cell(issue, ['fields.assignee.displayName', 'Assignee', 'Persona asignada']),
  };
}
