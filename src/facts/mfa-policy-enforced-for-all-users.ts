import { demandsSecondFactor, policyEnforced } from './kit/access-policies.ts';

export default policyEnforced({
  question: 'Does an enforced policy demand a second factor of all users for all applications?',
  means: 'Report-only and switched-off policies never count; whom the policy leaves out is listed by name.',
  scopes: ['directory'],
  about: demandsSecondFactor,
  users: ['all'],
  applications: ['all'],
  needs: 'any',
});
