import type { Message } from './message.ts';

export const REPORT_MESSAGES = {} as const satisfies Record<string, Message>;
