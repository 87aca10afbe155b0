import { secondFactorOn } from './kit/access-policies.ts';

export default secondFactorOn({
  question: 'Does the administration of workstations and servers demand a second factor of all users?',
  means: 'An enforced policy on remote desktop or the tool with which administrators reach endpoints.',
  scopes: ['rdp'],
});
