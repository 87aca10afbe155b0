import { demandsSecondFactor, policyEnforced } from './kit/access-policies.ts';

export default policyEnforced({
  question: 'Does an enforced policy demand a second factor of all users for all applications?',
  means:
    'Report-only and switched-off policies never count; a policy that leaves somebody out is none for all: whom, is listed; whether, where only groups are named, is unknown.',
  scopes: ['directory'],
  about: demandsSecondFactor,
  users: ['all'],
  applications: ['all'],
  needs: 'any',
});
