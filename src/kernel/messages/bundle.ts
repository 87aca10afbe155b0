import type { Message } from './message.ts';

export const BUNDLE_MESSAGES = {} as const satisfies Record<string, Message>;
