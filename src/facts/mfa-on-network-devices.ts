import { secondFactorOn } from './kit/access-policies.ts';

export default secondFactorOn({
  question: 'Does the administration of network devices demand a second factor of all users?',
  means:
    'An enforced policy on firewalls, switches or their console; what the directory demands elsewhere proves nothing here.',
  scopes: ['network-devices'],
});
