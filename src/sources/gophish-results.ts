import { defineSource } from '../intake/contract.ts';
import { firstDated } from './kit/times.ts';

// The word is the furthest that this recipient got, so each one includes those before it.
const REACHED = {
  scheduled: 'nothing',
  sending: 'nothing',
  retrying: 'nothing',
  error: 'error',
  'error sending email': 'error',
  'email sent': 'delivered',
  'email opened': 'delivered',
  'clicked link': 'clicked',
  'submitted data': 'submitted',
  'email reported': 'delivered',
} as const;

export default defineSource({
  product: 'Gophish',
  title: 'Campaign results (CSV)',
  kinds: ['phishing-simulation'],
  obtain: 'Gophish > Campaigns > the campaign > Export CSV > Results',
  proves: 'How far each recipient of one simulated phishing campaign got, and who reported it.',
  cannotProve:
    'Whether the campaign has ended: the file says neither that nor its name, which is taken from the file name.',
  reads: [
    {
      shape: 'table',
      required: ['id', 'status', 'ip', 'send_date', 'reported', 'modified_date', 'email'],
      row: (row, file) => {
        const reached = row.word('status', REACHED);
        const delivered = reached === 'delivered' || reached === 'clicked' || reached === 'submitted';
        return {
          kind: 'phishing-simulation',
          strength: 'R',
          observed: firstDated(row.time('send_date'), file.asStated),
          campaign: file.name.replace(/\.[a-z0-9]+$/i, ''),
          status: reached === 'error' ? 'error' : 'unknown',
          verbatim: row.text('status') ?? '',
          recipient: row.text('email'),
          delivered: Number(delivered),
          clicked: Number(reached === 'clicked' || reached === 'submitted'),
          submitted: Number(reached === 'submitted'),
          reported: Number(row.flag('reported') === true),
        };
      },
    },
  ],
});
