import { defineSource } from '../intake/contract.ts';
import { PHISHING_STATUSES } from './kit/knowbe4.ts';
import { firstDated } from './kit/times.ts';

export default defineSource({
  product: 'KnowBe4',
  title: 'Phishing campaigns (API JSON)',
  kinds: ['phishing-simulation'],
  obtain: 'GET https://us.api.knowbe4.com/v1/phishing/campaigns, all pages',
  proves: 'Which simulated phishing campaigns are set up and when each of their tests was sent.',
  cannotProve:
    'How many received or clicked: it holds shares without their counts, which is in the security tests. A test whose status is Error measures nothing.',
  reads: [
    {
      shape: 'json',
      items: ['', 'data'],
      required: ['campaign_id', 'last_phish_prone_percentage', 'psts'],
      item: (campaign, file) => {
        const name = campaign.text('name') ?? `campaign ${campaign.text('campaign_id')}`;
        return campaign.children('psts').map((test) => ({
          kind: 'phishing-simulation',
          strength: 'R',
          observed: firstDated(test.time('start_date'), test.time('started_at'), file.asStated),
          campaign: name,
          status: test.word('status', PHISHING_STATUSES) ?? 'unknown',
          verbatim: test.text('status') ?? '',
          at: test.place,
        }));
      },
    },
  ],
});
