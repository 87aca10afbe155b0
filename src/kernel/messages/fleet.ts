import type { Message } from './message.ts';

/** Of a portfolio: many clients in one run. */
export const FLEET_MESSAGES = {
  'portfolio-invalid': {
    severity: 'error',
    says: ({ problems }: { problems: string }) => problems,
    hint: 'Compare with docs/fleet.md; what is of one client alone belongs into its engagement.yaml.',
  },
  'portfolio-used': {
    severity: 'info',
    says: ({ path, keys }: { path: string; keys: readonly string[] }) => `${path} gives ${keys.join(', ')}.`,
    hint: 'Say it in engagement.yaml where it is otherwise for this client: the client’s word goes first.',
  },
} as const satisfies Record<string, Message>;
