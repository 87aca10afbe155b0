import { CLOUD_PATTERNS } from './cloud.ts';
import { NETWORK_PATTERNS } from './network.ts';
import type { Pattern } from './pattern.ts';
import { PEOPLE_PATTERNS } from './people.ts';
import { SERVICE_PATTERNS } from './services.ts';
import { SYSTEM_PATTERNS } from './systems.ts';

export type { Pattern } from './pattern.ts';

/** In the order in which they win where two would take the same text. */
export const PATTERNS: readonly Pattern[] = [
  ...CLOUD_PATTERNS,
  ...SYSTEM_PATTERNS,
  ...NETWORK_PATTERNS,
  ...SERVICE_PATTERNS,
  ...PEOPLE_PATTERNS,
];
