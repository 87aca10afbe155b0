import { defineFact } from './define-fact.ts';
import { criticalInstalledWithin } from './kit/patches.ts';

const THRESHOLD = 'critical-patch-days';
const USUAL_DAYS = 30;

export default defineFact({
  ...criticalInstalledWithin({
    question: 'What share of critical patches was installed in time after its release?',
    means:
      'From the vendor’s release to installation, within the engagement’s threshold "critical-patch-days" (30 unless it says otherwise). The day on which a tool collected a row is no release.',
    days: (scope) => scope.thresholds[THRESHOLD] ?? USUAL_DAYS,
  }),
  thresholds: [THRESHOLD],
});
