import { defineSource } from '../intake/contract.ts';
import { cell } from './kit/columns.ts';
import { ifDated } from './kit/dated.ts';
import { producedBy } from './kit/produced.ts';
import { firstDated } from './kit/times.ts';

const DECISIONS = {
  approve: 'kept',
  deny: 'removed',
  notreviewed: 'not-reviewed',
  notnotified: 'not-reviewed',
  dontknow: 'unsure',
} as const;
const APPLIED = {
  new: 'no',
  appliedsuccessfully: 'yes',
  appliedsuccessfullybutobjectnotfound: 'yes',
  appliedwithunknownfailure: 'no',
  applynotsupported: 'no',
} as const;

export default defineSource({
  product: 'Microsoft Entra ID Governance',
  title: 'Access review decisions (Graph JSON)',
  kinds: ['access-review'],
  obtain: 'Graph: GET /identityGovernance/accessReviews/definitions/{id}/instances/{id}/decisions',
  proves: 'For each reviewed access what the reviewer decided, when, and whether it was applied.',
  cannotProve: 'Anything where the decision is NotReviewed: the review was created, nobody performed it.',
  reads: [
    {
      shape: 'json',
      produced: ({ document }) => producedBy({ rowsStated: document.integer('@odata.count') }),
      items: 'value',
      required: [
        'decision',
        'recommendation',
        ['principal', 'target', 'principalLink'],
        ['accessReviewId', 'reviewedBy'],
      ],
      item: (item, file) => {
        const reviewed = item.time('reviewedDateTime');
        const applied = item.has('applyResult') ? item.word('applyResult', APPLIED) : undefined;
        const resource = cell(item, ['resource.displayName', 'resource.id', 'resourceLink']);
        const role = /role/i.test(item.text('resource.type') ?? '');
        return {
          kind: 'access-review',
          strength: 'R',
          observed: firstDated(reviewed, file.asStated),
          review: item.text('accessReviewId'),
          subject: cell(item, [
            'principal.userPrincipalName',
            'target.userPrincipalName',
            'principal.displayName',
            'target.userDisplayName',
          ]),
          resource,
          reviewer: cell(item, ['reviewedBy.userPrincipalName', 'reviewedBy.displayName']),
          decision: item.word('decision', DECISIONS) ?? 'not-reviewed',
          verbatim: item.text('decision') ?? '',
          reviewed: ifDated(reviewed),
          applied: applied === undefined ? undefined : applied === 'yes',
          privileged: role ? true : undefined,
        };
      },
    },
  ],
});
