import { secondFactorOn } from './kit/access-policies.ts';

export default secondFactorOn({
  question: 'Does remote access (VPN, remote desktop) demand a second factor of all users?',
  means:
    'Each way in that was read needs its own enforced policy; a policy of the cloud directory does not reach a VPN.',
  scopes: ['vpn', 'rdp'],
});
