/** What `--fail-on` can name. */
export const FAIL_ON = ['contradiction', 'gap', 'stale', 'stale-at-renewal'] as const;
export type FailOn = (typeof FAIL_ON)[number];
