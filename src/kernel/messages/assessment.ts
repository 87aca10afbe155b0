import { counted, plural } from '../text.ts';
import type { Message } from './message.ts';

export const ASSESSMENT_MESSAGES = {
  'attestation-expired': {
    severity: 'warning',
    says: ({ practice, by, expires }: { practice: string; by: string; expires: string }) =>
      `The statement of ${by} on ${practice} expired on ${expires} and does not count.`,
    hint: 'Have it stated again, or better: bring the export that shows it.',
  },
  'previous-not-read': {
    severity: 'warning',
    says: ({ path }: { path: string }) => `The last package ${path} was not opened, and nothing was compared with it.`,
    hint: 'Use "proofpack build" or "assess", or give what was read from it in the place of its path.',
  },
  'attestation-in-future': {
    severity: 'warning',
    says: ({ practice, on }: { practice: string; on: string }) =>
      `The statement on ${practice} is dated ${on}, after the as-of date, and does not count.`,
    hint: 'Correct the date in the engagement file.',
  },
  'acceptance-expired': {
    severity: 'warning',
    says: ({ practice, until }: { practice: string; until: string }) =>
      `The risk acceptance for ${practice} ended on ${until}.`,
    hint: 'Renew it by the person who may accept the risk, or close the gap.',
  },
  'remediation-overdue': {
    severity: 'warning',
    says: ({ practice, due }: { practice: string; due: string }) => `The remediation of ${practice} was due on ${due}.`,
    hint: 'Set a new date with a reason, or report it done with its closure evidence.',
  },
} as const satisfies Record<string, Message>;

/** The phrases from which a reason is put together; every number in them comes with its unit. */
export const PHRASES = {
  share: (n: number, of: number, unit: string) => `${n} of ${of} ${of === 1 ? unit : plural(unit)}`,
  ofExpected: (n: number, of: number, unit: string) => `${n} of ${of} expected ${of === 1 ? unit : plural(unit)}`,
  days: (days: number) => (days === 1 ? '1 day' : `${days} days`),
  count: (count: number, unit: string) => counted(count, unit, plural(unit)),
  occurrences: (found: number, expected: number) => `${found} of ${expected} expected`,
  holds: (holds: boolean) => (holds ? 'yes' : 'no'),
  nothing: 'not known',
  unmapped: 'No practice here is said to bear on it, so nothing that is read can show it.',
  wanted: {
    holds: (holds: boolean) => (holds ? 'yes' : 'no'),
    allOf: 'all of them',
    atLeastPercent: (percent: number) => `at least ${percent} %`,
    atMostPercent: (percent: number) => `at most ${percent} %`,
    noneOf: 'none',
    atLeast: (count: number) => `at least ${count}`,
    atMost: (count: number) => `at most ${count}`,
    atMostDays: (days: number) => `at most ${days} days`,
    withinDays: (days: number) => `within ${days} days of the as-of date`,
    occurs: 'each time it is due',
    known: 'told by the exports',
  },
  eitherDay: (judged: string, read: string) => `${judged} or ${read} (the file tells no zone)`,
  outcome: {
    met: (question: string, measured: string) => `${question} ${capital(measured)}.`,
    none: (question: string, measured: string, rows: number, remarks: readonly string[]) =>
      [`${question} ${capital(measured)}, as ${rows === 1 ? '1 row tells' : `${rows} rows tell`}.`, ...remarks].join(
        ' ',
      ),
    partly: (question: string, measured: string, expected: string) =>
      `${question} ${capital(measured)}; expected: ${expected}.`,
    refuted: (question: string, measured: string, expected: string) =>
      `${question} ${capital(measured)}; expected: ${expected}.`,
    late: (question: string, measured: string, expected: string) =>
      `${question} ${capital(measured)}; expected: ${expected}.`,
    undated: (question: string, measured: string) =>
      `${question} ${capital(measured)}, but no date stands in the export, so it cannot be taken for current.`,
    old: (question: string, measured: string, newest: string, allowed: number) =>
      `${question} ${capital(measured)}, last shown on ${newest}; evidence of this practice is current for ${allowed} days.`,
    outside: (question: string, measured: string, newest: string) =>
      `${question} ${capital(measured)}, last shown on ${newest}, before the period began.`,
    attested: (question: string, measured: string) =>
      `${question} ${capital(measured)}, by the word of a person or a plan; no machine shows it.`,
    populationUnknown: (question: string, measured: string) =>
      `${question} ${capital(measured)} of those seen; without the list of all of them this cannot be called complete.`,
    incomplete: (question: string, measured: string, paths: readonly string[]) =>
      `${question} ${capital(measured)}, as far as ${paths.length === 1 ? 'an export reaches that is' : 'exports reach that are'} not the whole, or perhaps not: ${paths.join(', ')}.`,
    unknown: (question: string, why: string) => `${question} Not known: ${why}.`,
  },
  unknown: {
    'no-evidence': 'nothing that was read tells it',
    'none-counts': 'none of the rows that come near it shows it',
    'population-unknown': 'there is no authoritative list to count against',
    'population-empty': 'what was read lists none of them to count',
    undated: 'the export gives no date for it',
    'incomplete-export': 'the export is not complete',
    'not-measured-by-source': 'the exports handed over do not measure it',
    'needs-release-date': 'the exports do not tell when the patches were released',
    'only-outside-period': 'the evidence lies outside the period',
  },
  severity: {
    contradicted: 'the exports show the contrary',
    partly: 'shown in part',
    weak: 'nothing shows the contrary, so one step below the practice’s own severity',
  },
  due: (severity: string, days: number) => `${severity} severity: ${days} days from the as-of date`,
  action: {
    show: 'Hand over what shows it; so far a person or a plan says it.',
    showOr: (remedy: string) => `If it is done, show it. If not: ${remedy}`,
  },
  milestone: {
    exceptions: (count: number) =>
      count === 1
        ? 'The one exception is closed or explained'
        : `Each of the ${count} exceptions is closed or explained`,
    done: 'The action is done',
    proof: 'What closes it is handed over',
  },
  duePlanned: 'the date planned in the engagement file',
  dueAccepted: 'the day on which the risk acceptance ends',
  status: {
    open: 'open',
    accepted: 'risk accepted',
    expired: (until: string) => `risk acceptance expired ${until}`,
    overdue: (due: string) => `overdue since ${due}`,
    doneNotShown: 'said to be done, not shown',
  },
  answer: {
    yes: (text: string) => `Shown by the evidence. ${text}`,
    yesExcept: (text: string, count: number) =>
      `Shown but for ${count} accepted ${count === 1 ? 'exception' : 'exceptions'}. ${text}`,
    partly: (text: string) => `Shown in part. ${text}`,
    no: (text: string) => `The evidence shows the contrary. ${text}`,
    cannotSay: (text: string) => `Cannot be said from the evidence. ${text}`,
    notMeasured: (what: string) => `No export that is read here shows this: ${what}`,
    onlyPeople: (what: string) => `Only people know this: ${what}`,
    notApplicable: (why: string) => `Not applicable: ${why}`,
  },
  claim: (by: string, on: string, claimed: string, control: string, answer: string) =>
    `${by} intends to answer "${claimed}" to ${control} (${on}); the evidence allows at most "${answer}".`,
  claimNumber: (by: string, on: string, claimed: string, control: string, measured: string) =>
    `${by} intends to answer ${claimed} to ${control} (${on}); measured: ${measured}.`,
  /** `Dana Cole stands by it (2026-10-10): the vendor confirmed it by phone.` */
  standsBy: (by: string, on: string, because: string) => `${by} stands by the answer (${on}): ${because}.`,
  side: {
    claim: (by: string, on: string, answer: string, control: string) =>
      `${by} intends to answer "${answer}" to ${control} (${on}).`,
    ceiling: (ceiling: string, text: string) => `The evidence allows at most "${ceiling}". ${text}`,
    measured: (measured: string) => `Measured: ${measured}.`,
    statement: (by: string, on: string, statement: string) => `${by} stated on ${on}: "${statement}".`,
    lastPackage: (by: string, on: string, answer: string, asOf: string, sha256: string) =>
      `${by} answered "${answer}" (${on}) in the package as of ${asOf}, SHA-256 ${sha256}.`,
    policy: (says: string) => `The document in force: ${says}.`,
  },
  twoAnswers: (
    first: { readonly control: string; readonly answer: string; readonly by: string },
    second: { readonly control: string; readonly answer: string; readonly by: string },
  ) =>
    first.control === second.control
      ? `${first.control} is answered twice: "${first.answer}" by ${first.by}, "${second.answer}" by ${second.by}.`
      : `${first.control} and ${second.control} ask the same: "${first.answer}" by ${first.by}, "${second.answer}" by ${second.by}.`,
  answeredOtherwise: (
    last: { readonly control: string; readonly answer: string; readonly asOf: string },
    now: string,
    ceiling: string,
  ) =>
    `${last.control} was answered "${last.answer}" as of ${last.asOf} and is now answered "${now}"; the evidence of today allows at most "${ceiling}".`,
  noLongerShown: (
    last: { readonly control: string; readonly answer: string; readonly asOf: string },
    ceiling: string,
  ) =>
    `${last.control} was answered "${last.answer}" as of ${last.asOf}; the evidence of today allows at most "${ceiling}".`,
  policyAgainst: (says: string, stated: string, question: string, measured: string) =>
    `${says.replace(': "', ' says "')} (${stated}); the exhibits show: ${question} ${capital(measured)}.`,
  attested: (by: string, on: string, statement: string, measured: string) =>
    `${by} stated on ${on}: "${statement}"; the exports show otherwise: ${measured}`,
  remark: {
    applies: (because: string, approvedBy: string) => `${because} (approved by ${approvedBy})`,
    accepted: (by: string, on: string, until: string, because: string) =>
      `Risk accepted by ${by} on ${on} until ${until}: ${because}`,
    inherited: (provider: string, proof: string, on: string) => `Provided by ${provider}; proof: ${proof}, ${on}`,
    attestation: (by: string, on: string, expires: string, statement: string) =>
      `Stated by ${by} on ${on}, valid until ${expires}: ${statement}`,
  },
  disposition: {
    implemented: (by: string, on: string) => `Implemented, decided by ${by} on ${on}`,
    alternative: (what: string, because: string, by: string, on: string) =>
      `Alternative measure: ${what}. Reason: ${because}. Decided by ${by} on ${on}`,
    notReasonable: (because: string, by: string, on: string) =>
      `Not reasonable and appropriate: ${because}. Decided by ${by} on ${on}`,
    reviewOverdue: (reviewBy: string) => `. The review was due on ${reviewBy}.`,
    undecided: 'Not decided: an addressable specification asks for a written decision (45 CFR 164.306(d)(3)).',
  },
} as const;

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
