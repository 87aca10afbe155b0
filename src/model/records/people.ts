import type { Observed } from '../observed.ts';

export interface TrainingCompletion {
  readonly person: string;
  readonly course: string;
  readonly campaign?: string;
  readonly status: 'completed' | 'in-progress' | 'not-started' | 'overdue' | 'unknown';
  readonly verbatim: string;
  readonly assigned?: Observed;
  readonly due?: Observed;
  readonly completed?: Observed;
  readonly score?: number;
  readonly policyAcknowledged?: boolean;
  readonly topic?: 'awareness' | 'privileged' | 'finance' | 'hipaa' | 'other';
}

/** One campaign, or one recipient of a campaign (`recipient` set). A campaign in error measures nothing. */
export interface PhishingSimulation {
  readonly campaign: string;
  readonly status: 'closed' | 'active' | 'error' | 'unknown';
  readonly verbatim: string;
  readonly recipient?: string;
  readonly delivered?: number;
  readonly clicked?: number;
  readonly submitted?: number;
  readonly reported?: number;
}
