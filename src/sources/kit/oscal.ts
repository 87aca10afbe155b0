import type { Fields, Placed } from '../../intake/contract.ts';
import type { Observed } from '../../model/observed.ts';
import { ifDated } from './dated.ts';
import { producedBy } from './produced.ts';

const STATUSES = {
  open: 'open',
  investigating: 'in-progress',
  remediating: 'in-progress',
  'deviation-requested': 'open',
  'deviation-approved': 'accepted',
  closed: 'closed',
} as const;
const TREATMENTS = {
  accept: 'accept',
  avoid: 'avoid',
  mitigate: 'mitigate',
  share: 'transfer',
  transfer: 'transfer',
  contingency: 'unknown',
} as const;

/** One risk of a plan of action or of an assessment; all of it is what people wrote down. */
export function riskOf(risk: Fields, observed: Observed): Placed {
  const facets = risk.children('characterizations').flatMap((characterization) => characterization.children('facets'));
  const facet = (name: string) => facets.find((one) => one.text('name')?.toLowerCase() === name)?.text('value');
  const type = risk
    .children('remediations')
    .flatMap((remediation) => remediation.children('props'))
    .find((prop) => prop.text('name') === 'type');
  return {
    kind: 'risk-item',
    strength: 'A',
    observed,
    riskId: risk.text('uuid') ?? '',
    title: risk.text('title') ?? '',
    likelihood: facet('likelihood'),
    impact: facet('impact'),
    treatment: type?.word('value', TREATMENTS) ?? 'unknown',
    due: ifDated(risk.time('deadline')),
    status: risk.word('status', STATUSES) ?? 'unknown',
    at: risk.place,
  };
}

/** The head that every OSCAL document has. */
export function producedByOscal(document: Fields, root: string) {
  const of = `${root}.metadata`;
  return producedBy({
    report: document.text(`${of}.title`),
    version: document.text(`${of}.version`),
    ran: document.time(`${of}.last-modified`),
  });
}
