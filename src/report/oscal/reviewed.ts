import type { FrameworkFindings } from '../../model/findings.ts';
import { property, type Scope } from './scope.ts';
import type { ReviewedControls } from './shape/assessment.ts';
import { markup } from './text.ts';
import { OSCAL_WORDS } from './words.ts';

/** The controls of these frameworks, which stand in the catalogues beside the document. */
export function reviewedControls(frameworks: readonly FrameworkFindings[], scope: Scope): ReviewedControls {
  return {
    'control-selections': frameworks.map(({ framework }) => {
      const tokens = scope.tokens(framework);
      return {
        description: markup(OSCAL_WORDS.selection(framework.title, framework.version)),
        props: [...property('framework', framework.id), ...property('standing', framework.standing?.word)],
        links: [{ href: tokens.file, rel: 'reference' }],
        'include-controls': framework.controls.map(({ id }) => ({ 'control-id': tokens.control(id) ?? id })),
        remarks: framework.standing === undefined ? undefined : markup(framework.standing.note),
      };
    }),
    'control-objective-selections': frameworks.map(({ framework }) => ({
      'include-objectives': framework.controls.map(({ id }) => ({
        'objective-id': scope.tokens(framework).objective(id),
      })),
    })),
  };
}
