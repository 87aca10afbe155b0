import { defineSource } from '../intake/contract.ts';
import type { TrainingCompletion } from '../model/records/index.ts';
import { ifDated } from './kit/dated.ts';
import { firstDated } from './kit/times.ts';

const STATUSES = {
  completed: 'completed',
  passed: 'completed',
  'in progress': 'in-progress',
  'not started': 'not-started',
  'past due': 'overdue',
  overdue: 'overdue',
  failed: 'in-progress',
} as const;

export default defineSource({
  product: 'KnowBe4',
  title: 'Training enrolments (API JSON)',
  kinds: ['training-completion'],
  obtain: 'GET https://us.api.knowbe4.com/v1/training/enrollments, all pages',
  proves: 'Who was enrolled in which training, and who completed it when.',
  cannotProve: 'That everybody who works here was enrolled: that needs the staff list.',
  paging: { sizes: [500] },
  reads: [
    {
      shape: 'json',
      items: ['', 'data'],
      required: ['enrollment_id', 'module_name', 'status', 'completion_date'],
      item: (enrolment, file) => {
        const person = enrolment.text('user.email') ?? enrolment.text('user.id');
        const course = enrolment.text('module_name');
        if (person === undefined || course === undefined) return { reject: 'an enrolment without person or course' };
        const completed = enrolment.time('completion_date');
        const policy = /policy/i.test(enrolment.text('content_type') ?? '');
        return {
          kind: 'training-completion',
          strength: 'R',
          // Who has not completed it was enrolled at least; left undated, they would drop out of every share.
          observed: firstDated(
            completed,
            file.asStated,
            enrolment.time('start_date'),
            enrolment.time('enrollment_date'),
          ),
          person,
          course,
          campaign: enrolment.text('campaign_name'),
          status: enrolment.word('status', STATUSES) ?? 'unknown',
          verbatim: enrolment.text('status') ?? '',
          assigned: ifDated(enrolment.time('enrollment_date')),
          due: ifDated(enrolment.time('due_date')),
          completed: ifDated(completed),
          score: enrolment.number('score'),
          policyAcknowledged: policy ? enrolment.flag('policy_acknowledged') : undefined,
          topic: policy ? 'other' : topicOf(course),
        };
      },
    },
  ],
});

function topicOf(course: string): TrainingCompletion['topic'] {
  if (/hipaa|phi\b|protected health/i.test(course)) return 'hipaa';
  if (/privileged|administrators?\b/i.test(course)) return 'privileged';
  if (/wire (fraud|transfer)|invoice|payment fraud|ceo fraud|business e-?mail compromise/i.test(course))
    return 'finance';
  return 'awareness';
}
