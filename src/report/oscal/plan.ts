import type { FrameworkFindings } from '../../model/findings.ts';
import { assetsOf, metadataOf } from './metadata.ts';
import { reviewedControls } from './reviewed.ts';
import { property, type Scope } from './scope.ts';
import type { AssessmentPlan } from './shape/assessment.ts';
import { markup } from './text.ts';
import { OSCAL_WORDS } from './words.ts';

/** What was to be assessed: the least that results must point at. Here the objectives are defined that findings speak of. */
export function assessmentPlan(frameworks: readonly FrameworkFindings[], scope: Scope): AssessmentPlan {
  const engagement = scope.once('engagement');
  return {
    uuid: scope.document('assessment-plan'),
    metadata: metadataOf(OSCAL_WORDS.titles.plan(scope.engagement.client.name), scope),
    'import-ssp': { href: `#${engagement}`, remarks: OSCAL_WORDS.noSsp },
    'local-definitions': {
      'objectives-and-methods': frameworks.flatMap(({ framework }) => {
        const tokens = scope.tokens(framework);
        return framework.controls.map(({ id, summary }) => ({
          'control-id': tokens.control(id) ?? id,
          props: property('framework', framework.id),
          parts: [
            {
              id: tokens.objective(id),
              name: 'assessment-objective',
              prose: markup(OSCAL_WORDS.objective(summary)),
            },
          ],
        }));
      }),
    },
    'reviewed-controls': reviewedControls(frameworks, scope),
    'assessment-assets': assetsOf(scope),
    'back-matter': {
      resources: [{ uuid: engagement, title: OSCAL_WORDS.engagement, rlinks: [{ href: 'engagement.json' }] }],
    },
  };
}
