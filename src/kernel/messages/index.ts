import { ASSESSMENT_MESSAGES } from './assessment.ts';
import { BRAND_MESSAGES } from './brand.ts';
import { BUCKET_MESSAGES } from './bucket.ts';
import { BUNDLE_MESSAGES } from './bundle.ts';
import { CLI_MESSAGES } from './cli.ts';
import { ENGAGEMENT_MESSAGES } from './engagement.ts';
import { FLEET_MESSAGES } from './fleet.ts';
import { INTAKE_MESSAGES } from './intake.ts';
import { MAPPING_MESSAGES } from './mapping.ts';
import { OWNERSHIP_MESSAGES } from './ownership.ts';
import { QUESTIONNAIRE_MESSAGES } from './questionnaire.ts';
import { QUEUE_MESSAGES } from './queue.ts';
import { REDACTION_MESSAGES } from './redaction.ts';
import { REPORT_MESSAGES } from './report.ts';
import { REVIEW_MESSAGES } from './review.ts';
import { STORE_MESSAGES } from './store.ts';
import { TRUST_MESSAGES } from './trust.ts';

/** Every sentence that a person can be told outside templates and data files, with its cure. One file per room, one table. */
export const MESSAGES = {
  ...ENGAGEMENT_MESSAGES,
  ...INTAKE_MESSAGES,
  ...MAPPING_MESSAGES,
  ...ASSESSMENT_MESSAGES,
  ...OWNERSHIP_MESSAGES,
  ...REPORT_MESSAGES,
  ...BUNDLE_MESSAGES,
  ...BRAND_MESSAGES,
  ...QUESTIONNAIRE_MESSAGES,
  ...TRUST_MESSAGES,
  ...REDACTION_MESSAGES,
  ...FLEET_MESSAGES,
  ...QUEUE_MESSAGES,
  ...BUCKET_MESSAGES,
  ...STORE_MESSAGES,
  ...CLI_MESSAGES,
  ...REVIEW_MESSAGES,
} as const;

export type MessageCode = keyof typeof MESSAGES;
export type MessageArguments<C extends MessageCode> = Parameters<(typeof MESSAGES)[C]['says']>[0];
