import { defineSource } from '../intake/contract.ts';
import { PHISHING_STATUSES } from './kit/knowbe4.ts';
import { firstDated } from './kit/times.ts';

export default defineSource({
  product: 'KnowBe4',
  title: 'Phishing security tests (API JSON)',
  kinds: ['phishing-simulation'],
  obtain: 'GET https://us.api.knowbe4.com/v1/phishing/security_tests, all pages',
  proves: 'Which simulated phishing campaigns were sent when, to how many, and how many clicked or reported.',
  cannotProve: 'Anything from a test whose status is Error: its 0 % measures nothing. Mail scanners click, too.',
  paging: { sizes: [500] },
  reads: [
    {
      shape: 'json',
      items: ['', 'data'],
      required: ['pst_id', 'status', 'phish_prone_percentage', 'delivered_count'],
      item: (test, file) => ({
        kind: 'phishing-simulation',
        strength: 'R',
        observed: firstDated(test.time('started_at'), file.asStated),
        campaign: test.text('name') ?? test.text('pst_id') ?? '',
        status: test.word('status', PHISHING_STATUSES) ?? 'unknown',
        verbatim: test.text('status') ?? '',
        delivered: test.integer('delivered_count'),
        clicked: test.integer('clicked_count'),
        submitted: test.integer('data_entered_count'),
        reported: test.integer('reported_count'),
      }),
    },
  ],
});
