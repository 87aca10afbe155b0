/** How KnowBe4 calls the state of a phishing test. One in error measured nothing, whatever its percentage says. */
export const PHISHING_STATUSES = {
  closed: 'closed',
  completed: 'closed',
  active: 'active',
  'in progress': 'active',
  running: 'active',
  scheduled: 'active',
  error: 'error',
  failed: 'error',
} as const;
