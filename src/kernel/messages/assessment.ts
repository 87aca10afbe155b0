import type { Message } from './message.ts';

export const ASSESSMENT_MESSAGES = {} as const satisfies Record<string, Message>;
