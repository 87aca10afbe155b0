import { civilDate } from '../../kernel/civil-date.ts';
import type { Gap } from '../../model/assessment.ts';
import type { Engagement } from '../../model/engagement.ts';
import { roleOf } from './metadata.ts';
import type { Related } from './related.ts';
import { OURS, property, type Scope } from './scope.ts';
import type { Risk, Task } from './shape/assessment.ts';
import { markup, some } from './text.ts';
import { OSCAL_WORDS } from './words.ts';

type Acceptance = Engagement['riskAcceptances'][number];

/** One a gap. Nothing here is ever closed: a gap that evidence closes is no gap any more. */
export function riskOf(gap: Gap, related: Related, scope: Scope): Risk {
  const { practice, weakness, severity, severityBecause, dueBecause } = gap;
  const accepted = acceptanceOf(gap, scope);
  const until = accepted?.until ?? civilDate(gap.due);
  return {
    uuid: scope.lasting('risk', practice),
    title: markup(scope.lens.practiceTitle(practice)),
    description: markup(weakness),
    statement: markup(OSCAL_WORDS.severity(severity, severityBecause)),
    props: gapProperties(gap),
    status: statusOf(gap),
    origins: [scope.tool],
    characterizations: [
      {
        origin: scope.tool,
        facets: [{ name: 'severity', system: OURS, value: severity, remarks: markup(severityBecause) }],
      },
    ],
    deadline: until === undefined ? undefined : scope.moments.end(until),
    remediations: [
      {
        uuid: scope.lasting('response', practice),
        lifecycle: gap.actionBasis === 'planned' ? 'planned' : 'recommendation',
        title: markup(gap.action),
        description: markup(`${gap.action} ${OSCAL_WORDS.closure(gap.closureEvidence)} (${dueBecause})`),
        props: property('status', gap.status),
        tasks: tasksOf(gap, scope),
      },
    ],
    'risk-log': accepted === undefined ? undefined : { entries: [acceptanceEntry(accepted, scope)] },
    'related-observations': some(related.ofPractice(practice).map((uuid) => ({ 'observation-uuid': uuid }))),
  };
}

export function gapProperties({ id, practice, verdict, severity, owner, status, due }: Gap) {
  return [
    ...property('gap', id),
    ...property('practice', practice),
    ...property('verdict', verdict),
    ...property('severity', severity),
    ...property('owner', owner),
    ...property('status', status),
    ...property('due', due),
  ];
}

/** That a person calls it done is told as a property; what the evidence does not show is open. */
function statusOf({ verdict, status }: Gap): Risk['status'] {
  if (verdict === 'accepted-risk') return 'deviation-approved';
  return status === 'in-progress' ? 'remediating' : 'open';
}

function acceptanceOf({ practice, verdict }: Gap, { engagement }: Scope): Acceptance | undefined {
  const { asOf, riskAcceptances } = engagement;
  if (verdict !== 'accepted-risk') return undefined;
  return riskAcceptances.find((each) => each.practice === practice && each.on <= asOf && asOf <= each.until);
}

function acceptanceEntry({ practice, until, because, by, on }: Acceptance, { lasting, moments }: Scope) {
  return {
    uuid: lasting('acceptance', practice, on),
    title: OSCAL_WORDS.accepted,
    description: markup(OSCAL_WORDS.acceptedBy(by, on, until, because)),
    start: moments.surelyStart(on),
    end: moments.end(until),
    'status-change': 'deviation-approved' as const,
  };
}

/** The milestones of the plan, and the day on which it is due. */
function tasksOf(gap: Gap, scope: Scope): readonly Task[] {
  const stages = gap.milestones.map((milestone) => {
    const [, on = '', what = milestone] = /^(\d{4}-\d{2}-\d{2}) (.*)$/s.exec(milestone) ?? [];
    return { on, what };
  });
  return [...stages, { on: gap.due, what: OSCAL_WORDS.due }].map(({ on, what }, index) => {
    const day = civilDate(on);
    const date = day === undefined ? undefined : scope.moments.end(day);
    return {
      uuid: scope.lasting('milestone', gap.practice, String(index), on, what),
      type: 'milestone',
      title: markup(what),
      timing: date === undefined ? undefined : { 'on-date': { date } },
      'responsible-roles': some(roleOf('remediation', [gap.owner], scope)),
    };
  });
}
