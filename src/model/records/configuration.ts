/** One run against a benchmark. Counts are of rules by outcome; a bare score proves nothing. */
export interface ConfigurationAssessment {
  readonly tool: string;
  readonly benchmark?: string;
  readonly profile?: string;
  readonly target?: string;
  readonly passed: number;
  readonly failed: number;
  readonly notApplicable?: number;
  readonly skipped?: number;
  readonly errors?: number;
  readonly score?: number;
  readonly scoreMaximum?: number;
  /** False when the tool itself says that it did not end, or was not connected to what it judges. */
  readonly complete: boolean | undefined;
}

/** One rule on one target. `not-reviewed` covers manual, skipped, omitted and planned: neither pass nor fail. */
export interface ConfigurationCheck {
  readonly tool: string;
  readonly rule: string;
  readonly title?: string;
  readonly target?: string;
  readonly outcome:
    | 'passed'
    | 'failed'
    | 'warning'
    | 'not-applicable'
    | 'not-reviewed'
    | 'waived'
    | 'error'
    | 'unknown';
  readonly verbatim: string;
  readonly severity?: 'critical' | 'high' | 'medium' | 'low' | 'info';
  /** The tool's own result before somebody changed it; printed wherever the check is. */
  readonly original?: string;
  readonly muted?: boolean;
}
