import { defineSource, type FileContext } from '../intake/contract.ts';
import type { Observed } from '../model/observed.ts';
import { producedByOscal, riskOf } from './kit/oscal.ts';
import { firstDated } from './kit/times.ts';

const ROOT = 'plan-of-action-and-milestones';

export default defineSource({
  product: 'OSCAL',
  title: 'Plan of action and milestones (JSON)',
  kinds: ['risk-item'],
  obtain: 'The GRC tool: export the plan of action and milestones as OSCAL JSON',
  proves: 'Which risks are known, how they are treated, and by when.',
  cannotProve: 'That anything was done about them.',
  reads: [
    {
      shape: 'json',
      items: `${ROOT}.risks`,
      document: { [`${ROOT}.metadata`]: true },
      required: ['uuid', 'title', 'status'],
      item: (risk, file) => riskOf(risk, modified(file)),
      produced: ({ document }) => producedByOscal(document, ROOT),
    },
    {
      shape: 'json',
      items: `${ROOT}.poam-items`,
      document: { [`${ROOT}.metadata`]: true },
      required: ['title', 'description'],
      produced: ({ document }) => producedByOscal(document, ROOT),
      item: (item, file) => ({
        kind: 'risk-item',
        strength: 'A',
        observed: modified(file),
        riskId: item.text('uuid') ?? item.text('title') ?? '',
        title: item.text('title') ?? '',
        treatment: 'unknown',
        status: 'unknown',
      }),
    },
  ],
});

function modified(file: FileContext): Observed {
  return firstDated(file.document.time(`${ROOT}.metadata.last-modified`), file.asStated);
}
