import type { Observed } from '../observed.ts';

export interface Incident {
  readonly incidentId: string;
  readonly title?: string;
  readonly opened?: Observed;
  readonly resolved?: Observed;
  readonly closed?: Observed;
  readonly severity?: 'critical' | 'high' | 'medium' | 'low' | 'unknown';
  readonly state: 'open' | 'resolved' | 'closed' | 'unknown';
  /** A service-desk ticket is no security incident unless its category says so; undefined when it does not tell. */
  readonly security?: boolean;
  readonly category?: string;
  readonly owner?: string;
  readonly lessonsRecorded?: boolean;
}

export interface Exercise {
  readonly exerciseType: 'incident-response' | 'disaster-recovery' | 'continuity' | 'other';
  readonly performed: Observed;
  readonly scenario?: string;
  readonly participants: readonly string[];
  readonly findings?: number;
  readonly actionsOpen?: number;
  readonly actionsDone?: number;
  readonly coversRansomware?: boolean;
}

/** That a log exists from its first to its last event; not that anybody looked at it. */
export interface AuditLogSpan {
  readonly system: string;
  readonly first: Observed;
  readonly last: Observed;
  readonly events: number;
  readonly retentionDays?: number;
  readonly truncated?: boolean;
}

export interface AuditLogReview {
  readonly system: string;
  readonly reviewed: Observed;
  readonly reviewer?: string;
  readonly periodFrom?: Observed;
  readonly periodTo?: Observed;
  readonly findings?: number;
  readonly ticket?: string;
}
