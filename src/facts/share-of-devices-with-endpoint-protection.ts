import { protectedDevices } from './kit/agents.ts';
import { COMPUTERS_ONLY } from './kit/among.ts';

export default protectedDevices({
  question: 'What share of workstations and servers is protected by an endpoint agent?',
  means:
    'An agent that was seen within 30 days of the as-of date, has its policy, blocks and is healthy as far as its console tells. An installed agent that is silent, only detects or has no policy does not count.',
  among: COMPUTERS_ONLY,
});
