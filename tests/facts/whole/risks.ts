import { day, risk, riskAssessment, undated } from '../records.ts';
import type { Whole } from '../whole.ts';

export const risks: Whole = {
  rows: [
    riskAssessment({ approvedBy: 'Dana', approved: day('2026-03-05'), coversSensitiveData: true }),
    riskAssessment({ title: 'Older', performed: day('2025-03-01'), coversSensitiveData: false }),
    risk({ owner: 'Sam', treatment: 'mitigate', due: day('2026-10-15') }),
    risk({ riskId: 'R-2', owner: ' ', treatment: 'unknown', due: day('2026-10-14'), status: 'in-progress' }),
    risk({ riskId: 'R-3', owner: 'Sam', due: undated, status: 'unknown' }),
    risk({ riskId: 'R-4', treatment: 'transfer', status: 'closed', due: day('2026-01-01') }),
    risk({ riskId: 'R-5', treatment: 'accept' }),
    risk({ riskId: 'R-6', treatment: 'accept', status: 'closed' }),
    risk({ riskId: 'R-7', status: 'accepted', due: day('2026-01-01') }),
    risk({ riskId: 'R-8', treatment: 'avoid', owner: 'Kim', due: day('2026-01-01') }),
  ],
};

const assessed = (over: Parameters<typeof riskAssessment>[0]): Whole => ({ rows: [riskAssessment(over)], once: true });

/** One assessment each, since only the newest decides. */
export const assessments: Readonly<Record<string, Whole>> = {
  'nobody approved': assessed({ scope: 'All systems' }),
  'a blank approved': assessed({ approvedBy: ' ', approved: day('2026-03-05'), coversSensitiveData: false }),
  'approved on no day': assessed({ approvedBy: 'Dana', approved: undated }),
  'approved on a day not told': assessed({ approvedBy: 'Dana', coversSensitiveData: true, scope: 'All' }),
  'approved later': assessed({ approvedBy: 'Dana', approved: day('2026-10-16') }),
  'approved on the as-of date': assessed({ approvedBy: 'Dana', approved: day('2026-10-15') }),
};
