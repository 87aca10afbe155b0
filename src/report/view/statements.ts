import { DECISION_WORDS } from '../words.ts';
import type { Lens } from './lens.ts';
import type { StatementsView, StatementView } from './shape/registers.ts';

/** What named people said and decided, as the engagement file carries it. */
export function statementsView(lens: Lens): StatementsView {
  const { engagement } = lens.findings;
  return {
    attestations: engagement.attestations.map(({ practice, statement, by, on, expires }) =>
      said(lens.practiceTitle(practice), statement, { by, on, until: expires }),
    ),
    acceptances: engagement.riskAcceptances.map(({ practice, because, by, on, until }) =>
      said(lens.practiceTitle(practice), because, { by, on, until }),
    ),
    notApplicable: engagement.applicability.map(({ control, practice, because, approvedBy }) =>
      said(practice === undefined ? (control ?? '') : lens.practiceTitle(practice), because, {
        by: partyOr(approvedBy, lens),
      }),
    ),
    addressable: engagement.addressable.map((entry) =>
      said(entry.control, [DECISION_WORDS[entry.decision], entry.alternative].filter(Boolean).join(': '), {
        by: partyOr(entry.approvedBy, lens),
        on: entry.decidedOn,
        until: entry.reviewBy ?? '',
        note: entry.because ?? '',
      }),
    ),
    claims: engagement.claims.map(({ control, answer, by, on, override }) =>
      said(control, answerText(answer), { by, on, note: override?.because ?? '' }),
    ),
    inherited: engagement.inherited.map(({ practice, provider, proof, on, expires }) =>
      said(lens.practiceTitle(practice), proof, { by: provider, on, until: expires ?? '' }),
    ),
  };
}

function answerText(answer: string | number | boolean): string {
  return typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : String(answer);
}

/** Approvers may be told by party or by name. */
function partyOr(word: string, lens: Lens): string {
  return lens.findings.ownership.parties.some(({ id }) => id === word) ? lens.partyInFull(word) : word;
}

function said(
  about: string,
  statement: string,
  more: { readonly by: string; readonly on?: string; readonly until?: string; readonly note?: string },
): StatementView {
  const { by, on = '', until = '', note = '' } = more;
  return { about, statement, by, on, until, note };
}
