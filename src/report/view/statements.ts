import { LAPSED_WORDS } from '../lapsed-words.ts';
import { CEILING_WORDS, DECISION_WORDS, VERDICT_WORDS } from '../words.ts';
import type { Lens } from './lens.ts';
import { ceilingWord } from './measure.ts';
import type { StatementsView, StatementView } from './shape/registers.ts';

/** What named people said and decided, as the engagement file carries it. */
export function statementsView(lens: Lens): StatementsView {
  const { engagement } = lens.findings;
  const { asOf } = engagement;
  const lapsedOf = (until: string | undefined, word: string = LAPSED_WORDS.expired): string =>
    until !== undefined && until < asOf ? word : '';
  const told = {
    attestations: engagement.attestations.map(({ practice, statement, by, on, expires }) =>
      said(lens.practiceTitle(practice), statement, {
        by,
        on,
        until: expires,
        lapsed: lapsedOf(expires),
      }),
    ),
    acceptances: engagement.riskAcceptances.map(({ practice, because, by, on, until }) =>
      said(lens.practiceTitle(practice), because, { by, on, until, lapsed: lapsedOf(until) }),
    ),
    notApplicable: engagement.applicability.map(({ control, practice, because, approvedBy }) =>
      said(practice === undefined ? lens.controlTitle(control ?? '') : lens.practiceTitle(practice), because, {
        by: lens.partyOrPerson(approvedBy),
      }),
    ),
    addressable: engagement.addressable.map((entry) =>
      said(
        lens.controlTitle(entry.control),
        [DECISION_WORDS[entry.decision], entry.alternative].filter(Boolean).join(': '),
        {
          by: lens.partyOrPerson(entry.approvedBy),
          on: entry.decidedOn,
          until: entry.reviewBy ?? '',
          lapsed: lapsedOf(entry.reviewBy, LAPSED_WORDS.review),
          note: entry.because ?? '',
        },
      ),
    ),
    claims: engagement.claims.map(({ control, answer, by, on, override }) => ({
      ...said(lens.controlTitle(control), answerText(answer), { by, on, note: override?.because ?? '' }),
      ...allowed(control, lens),
    })),
    inherited: engagement.inherited.map(({ practice, provider, proof, on, expires }) =>
      said(lens.practiceTitle(practice), proof, {
        by: provider,
        on,
        until: expires ?? '',
        lapsed: lapsedOf(expires),
      }),
    ),
  };
  return { ...told, lapsed: Object.values(told).some((each) => each.some(({ lapsed }) => lapsed !== '')) };
}

/** The strongest answer that the evidence allows to the question of an intended one. */
function allowed(question: string, { findings }: Lens): Pick<StatementsView['claims'][number], 'allows' | 'tone'> {
  const against = findings.contradictions.find(({ kind, control }) => kind === 'claim' && control === question);
  if (against !== undefined) return { allows: ceilingWord(against.ceiling), tone: 'bad' };
  const assessments = findings.frameworks.flatMap(({ controls }) => controls);
  const assessed = assessments.find(({ control, answer }) => control === question && answer !== null);
  if (assessed?.verdict === 'not-applicable') return { allows: VERDICT_WORDS['not-applicable'].word, tone: 'plain' };
  return { allows: CEILING_WORDS[assessed?.answer?.ceiling ?? 'cannot-say'].short, tone: 'plain' };
}

function answerText(answer: string | number | boolean): string {
  return typeof answer === 'boolean' ? (answer ? 'yes' : 'no') : String(answer);
}

function said(
  about: string,
  statement: string,
  more: {
    readonly by: string;
    readonly on?: string;
    readonly until?: string;
    readonly lapsed?: string;
    readonly note?: string;
  },
): StatementView {
  const { by, on = '', until = '', lapsed = '', note = '' } = more;
  return { about, statement, by, on, until, lapsed, note };
}
