import type { Message } from './message.ts';

export const OWNERSHIP_MESSAGES = {} as const satisfies Record<string, Message>;
