import { protectedDevices } from './kit/agents.ts';
import { WORKSTATIONS } from './kit/among.ts';

export default protectedDevices({
  question: 'What share of workstations is protected by an endpoint agent?',
  means: 'As for all devices, of workstations only.',
  among: WORKSTATIONS,
});
