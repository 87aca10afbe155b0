import { defineSource } from '../intake/contract.ts';

const SEVERITIES = {
  Critical: 'critical',
  Important: 'important',
  Moderate: 'moderate',
  Low: 'low',
  None: 'other',
} as const;

export default defineSource({
  product: 'Red Hat Satellite',
  title: 'Red Hat Satellite errata (API)',
  kinds: ['patch-state'],
  obtain: 'Satellite API > GET /katello/api/hosts/{id}/errata?per_page=1000',
  proves: 'Which errata are issued for and missing on hosts, with the day on which the vendor issued each.',
  cannotProve: 'On which hosts, when the list covers many; when it was printed. A further page may exist.',
  reads: [
    {
      shape: 'json',
      items: 'results',
      document: { total: true, subtotal: true, page: true, per_page: true },
      required: ['errata_id', 'issued', 'type', 'severity', 'packages'],
      item: (erratum, file) => {
        const applicable = erratum.integer('hosts_applicable_count');
        const security = erratum.text('type') === 'security';
        return {
          kind: 'patch-state',
          strength: 'R',
          observed: file.asStated,
          device: file.said.system,
          patch: erratum.text('errata_id') ?? '?',
          title: erratum.text('title'),
          severity: erratum.word('severity', SEVERITIES),
          state: applicable === 0 ? 'not-applicable' : 'missing',
          verbatim: applicable === undefined ? 'listed' : `applicable to ${applicable} hosts`,
          released: erratum.time('issued'),
          category: security ? 'security' : 'other',
        };
      },
      produced: (file) => {
        const rowsStated = file.document.integer('subtotal');
        return { tool: 'Red Hat Satellite', ...(rowsStated === undefined ? {} : { rowsStated }) };
      },
    },
  ],
});
