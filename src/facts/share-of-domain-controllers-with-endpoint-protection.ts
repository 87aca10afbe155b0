import { protectedDevices } from './kit/agents.ts';
import { DOMAIN_CONTROLLERS } from './kit/among.ts';

export default protectedDevices({
  question: 'What share of domain controllers is protected by an endpoint agent?',
  means: 'As for all devices, of those that the inventory or the agent marks as domain controllers.',
  among: DOMAIN_CONTROLLERS,
});
