// Written by scripts/indexes.mjs from the listing of this folder; the file name is the id.
export { default as 'aws-security-hub' } from './aws-security-hub.ts';
export { default as 'defender-for-cloud' } from './defender-for-cloud.ts';
export { default as 'inspec-json' } from './inspec-json.ts';
export { default as 'kube-bench' } from './kube-bench.ts';
export { default as 'lynis-report' } from './lynis-report.ts';
export { default as 'maester-results' } from './maester-results.ts';
export { default as 'microsoft-secure-score' } from './microsoft-secure-score.ts';
export { default as 'pingcastle' } from './pingcastle.ts';
export { default as 'prowler-csv' } from './prowler-csv.ts';
export { default as 'prowler-ocsf' } from './prowler-ocsf.ts';
export { default as 'scoutsuite' } from './scoutsuite.ts';
export { default as 'scubagear-action-plan' } from './scubagear-action-plan.ts';
export { default as 'scubagear-results-csv' } from './scubagear-results-csv.ts';
export { default as 'scubagear-results-json' } from './scubagear-results-json.ts';
export { default as 'stig-checklist' } from './stig-checklist.ts';
export { default as 'xccdf-results' } from './xccdf-results.ts';
export { default as 'zero-trust-assessment' } from './zero-trust-assessment.ts';
