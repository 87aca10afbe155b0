import type { Observed } from '../observed.ts';
import type { Topic } from '../topic.ts';

export interface RiskAssessment {
  readonly title: string;
  readonly method?: string;
  readonly scope?: string;
  readonly performed: Observed;
  readonly assessor?: string;
  readonly approvedBy?: string;
  readonly approved?: Observed;
  readonly nextDue?: Observed;
  readonly risks?: number;
  readonly coversSensitiveData?: boolean;
}

export interface RiskItem {
  readonly riskId: string;
  readonly title: string;
  readonly likelihood?: string;
  readonly impact?: string;
  readonly inherent?: string;
  readonly residual?: string;
  readonly treatment?: 'mitigate' | 'accept' | 'transfer' | 'avoid' | 'unknown';
  readonly owner?: string;
  readonly due?: Observed;
  readonly status: 'open' | 'in-progress' | 'closed' | 'accepted' | 'unknown';
  readonly opened?: Observed;
  readonly closed?: Observed;
}

/** `document` covers policies, plans, contracts, agreements, certificates, vendor reviews and signed statements. */
export interface DocumentRecord {
  readonly documentType:
    | 'policy'
    | 'procedure'
    | 'plan'
    | 'contract'
    | 'baa'
    | 'vendor-review'
    | 'attestation'
    | 'certificate'
    | 'report'
    | 'register-entry';
  /** What it is about, from the closed list of topics that practices ask for (facts name them). */
  readonly topic: Topic;
  readonly title: string;
  readonly version?: string;
  readonly owner?: string;
  readonly approvedBy?: string;
  readonly approved?: Observed;
  readonly nextReview?: Observed;
  readonly counterpart?: string;
  readonly statement?: string;
  readonly expires?: Observed;
  readonly status: 'in-force' | 'draft' | 'retired' | 'unknown';
  readonly setting?: string;
}
