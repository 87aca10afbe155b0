import { demandsSecondFactor, policyEnforced } from './kit/access-policies.ts';

export default policyEnforced({
  question: 'Does an enforced policy demand a second factor of administrators for all applications?',
  means:
    'A policy for the admin roles or for all users; report-only never counts; whom it leaves out is listed by name, and whether a group without names holds administrators is unknown.',
  scopes: ['directory'],
  about: demandsSecondFactor,
  users: ['all', 'admin-roles'],
  applications: ['all'],
  needs: 'any',
});
