import { policyEnforced } from './kit/access-policies.ts';

export default policyEnforced({
  question: 'Are sign-in protocols that know no second factor blocked for all users?',
  means:
    'An enforced policy that blocks legacy authentication for everybody; old protocols go around every second factor.',
  scopes: ['directory'],
  about: (policy) => policy.blocksLegacyAuthentication,
  users: ['all'],
  applications: ['all'],
  needs: 'any',
});
