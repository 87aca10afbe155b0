import type { ControlAssessment, Verdict } from '../../model/assessment.ts';
import type { Control, Framework } from '../../model/control.ts';
import { extentText } from '../view/measure.ts';
import { VERDICT_WORDS } from '../words.ts';
import type { Related } from './related.ts';
import { property, type Scope } from './scope.ts';
import type { Finding } from './shape/assessment.ts';
import { markup, some } from './text.ts';

/** OSCAL's reasons: what is shown, what is shown to be otherwise, and everything between. */
const REASONS = {
  supported: 'pass',
  'partly-supported': 'other',
  contradicted: 'fail',
  stale: 'other',
  'attested-only': 'other',
  inherited: 'other',
  'not-evidenced': 'other',
  'not-applicable': 'other',
  'accepted-risk': 'other',
} as const satisfies Record<Verdict, Finding['target']['status']['reason']>;

/** One a control, each with its verdict; none is left out because OSCAL has no word for it. */
export function findingOf(assessed: ControlAssessment, framework: Framework, related: Related, scope: Scope): Finding {
  const { control: id, verdict } = assessed;
  const control = framework.controls.find((each) => each.id === id);
  return {
    uuid: scope.once('finding', framework.id, id),
    title: markup(`${id}: ${control?.title ?? id}`),
    description: markup(descriptionOf(assessed)),
    props: propertiesOf(assessed, framework),
    origins: [scope.tool],
    target: {
      type: 'objective-id',
      'target-id': scope.tokens(framework).objective(id),
      status: {
        state: isSatisfied(assessed, related) ? 'satisfied' : 'not-satisfied',
        reason: REASONS[verdict],
        remarks: markup(VERDICT_WORDS[verdict].means),
      },
      'implementation-status':
        verdict === 'not-applicable'
          ? { state: 'not-applicable', remarks: assessed.remark === null ? undefined : markup(assessed.remark) }
          : undefined,
    },
    'related-observations': some(related.ofControl(assessed).map((uuid) => ({ 'observation-uuid': uuid }))),
    'related-risks': some(related.risks(assessed).map((uuid) => ({ 'risk-uuid': uuid }))),
    remarks: remarksOn(assessed, control, framework),
  };
}

/** Never on anybody's word: what exports support, and what is inherited with every proof among the exhibits. */
function isSatisfied(assessed: ControlAssessment, related: Related): boolean {
  return assessed.verdict === 'supported' || (assessed.verdict === 'inherited' && related.isProven(assessed));
}

function descriptionOf({ verdict, extent, reasons }: ControlAssessment): string {
  const told = [VERDICT_WORDS[verdict].word, verdict === 'partly-supported' ? extentText(extent) : ''];
  const bearing = reasons.filter(({ bears }) => bears !== 'as-context').map(({ text }) => text);
  return [`${told.filter((part) => part !== '').join(', ')}.`, ...new Set(bearing)].join(' ');
}

function propertiesOf(assessed: ControlAssessment, framework: Framework): Finding['props'] {
  const { control, verdict, found, design, operation, extent, answer } = assessed;
  return [
    ...property('control', control),
    ...property('verdict', verdict),
    ...property('found', found === verdict ? null : found),
    ...property('design', design),
    ...property('operation', operation),
    ...(extent === null ? [] : [...property('extent-n', extent.n), ...property('extent-of', extent.of)]),
    ...property('strongest-answer', answer?.ceiling),
    ...property('standing', framework.standing?.word),
  ];
}

function remarksOn(
  { remark, disposition }: ControlAssessment,
  control: Control | undefined,
  { standing }: Framework,
): string | undefined {
  const told = [remark, disposition, control?.notMeasured, standing?.note].filter((part) => typeof part === 'string');
  return told.length === 0 ? undefined : markup(told.join(' '));
}
