import { defineSource, type Fields, type FileContext, type Yield } from '../intake/contract.ts';
import { cell, named } from './kit/columns.ts';
import { ifDated } from './kit/dated.ts';
import { firstDated } from './kit/times.ts';

// TheHive 5 keeps the outcome of a closed case as its status, and its stage apart.
const STATES = {
  new: 'open',
  open: 'open',
  inprogress: 'open',
  resolved: 'closed',
  closed: 'closed',
  truepositive: 'closed',
  falsepositive: 'closed',
  indeterminate: 'closed',
  duplicated: 'closed',
  other: 'closed',
} as const;
const SEVERITIES = { 1: 'low', 2: 'medium', 3: 'high', 4: 'critical' } as const;
const MILLISECONDS = { epoch: 'milliseconds' } as const;

const NUMBER = ['number', 'caseId'];
const OPENED = ['startDate', '_createdAt', 'createdAt'];
const CLOSED = ['endDate'];
const UPDATED = ['_updatedAt', 'updatedAt'];

export default defineSource({
  product: 'TheHive',
  title: 'TheHive cases (API JSON)',
  kinds: ['incident'],
  obtain: 'TheHive > Cases > Export; or POST /api/v1/query with listCase, all pages',
  proves:
    'Which security cases were recorded, how severe each was held to be, when it was opened and closed, and by whom.',
  cannotProve: 'That a case was a real incident unless its outcome says so, or that nothing else happened.',
  reads: [
    {
      shape: 'json',
      items: ['', 'cases', 'data'],
      required: [NUMBER, 'title', 'severity', 'status', '_type'],
      where: { _type: /^case$/i },
      item: read,
    },
  ],
});

function read(item: Fields, file: FileContext): Yield {
  const number = cell(item, NUMBER);
  if (number === undefined) return { reject: 'no case number' };
  const opened = item.time(named(item, OPENED), MILLISECONDS);
  const outcome = cell(item, ['resolutionStatus', 'status']) ?? '';
  return {
    kind: 'incident',
    strength: 'R',
    observed: firstDated(item.time(named(item, UPDATED), MILLISECONDS), opened, file.asStated),
    incidentId: `Case ${number}`,
    title: item.text('title'),
    opened: ifDated(opened),
    closed: ifDated(item.time(named(item, CLOSED), MILLISECONDS)),
    severity: item.word('severity', SEVERITIES) ?? 'unknown',
    state: item.word('status', STATES) ?? 'unknown',
    // A case that turned out to be none is no security incident; one that nobody has judged yet may be.
    security: /^falsepositive$/i.test(outcome) ? false : /^truepositive$/i.test(outcome) ? true : undefined,
    category: item.texts('tags').join(', ') || undefined,
    owner: cell(item, ['assignee', 'owner']),
  };
}
