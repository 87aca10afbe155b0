import type { Message } from './message.ts';

export const ENGAGEMENT_MESSAGES = {
  'engagement-missing': {
    severity: 'error',
    says: ({ folder }: { folder: string }) => `${folder} holds no engagement.yaml.`,
    hint: 'Run "proofpack init" there; it writes one by a few questions.',
  },
  'engagement-invalid': {
    severity: 'error',
    says: ({ problems }: { problems: string }) => problems,
    hint: 'Compare with docs/engagement.md, or let an editor complete it: "proofpack schema".',
  },
} as const satisfies Record<string, Message>;
