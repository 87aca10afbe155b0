import { protectedDevices } from './kit/agents.ts';
import { SERVERS } from './kit/among.ts';

export default protectedDevices({
  question: 'What share of servers is protected by an endpoint agent?',
  means: 'As for all devices, of servers and domain controllers only.',
  among: SERVERS,
});
