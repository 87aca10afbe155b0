import { secondFactorOn } from './kit/access-policies.ts';

export default secondFactorOn({
  question: 'Does every business application that the exports name demand a second factor of all users?',
  means:
    'One enforced policy for each application; applications of which nothing was read are not covered by the answer.',
  scopes: ['application'],
});
