import { secondFactorOn } from './kit/access-policies.ts';

export default secondFactorOn({
  question: 'Does the remote management tool of providers demand a second factor of all users?',
  means: 'An enforced policy on the remote management or support tool, which reaches every device that it manages.',
  scopes: ['rmm'],
});
