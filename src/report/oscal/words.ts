/** What OSCAL's fields say in our words; whose words they are is told in each document's remarks. */
export const OSCAL_WORDS = {
  tool: 'proofpack reads exports of IT tools and holds them against the practices of its catalogue.',
  platform: 'Reading of exports',
  titles: {
    plan: (client: string) => `Assessment plan: ${client}`,
    results: (client: string) => `Assessment results: ${client}`,
    poam: (client: string) => `Plan of action and milestones: ${client}`,
    components: (client: string) => `Services and their controls: ${client}`,
    mapping: 'How practices and frameworks bear on one another',
    practices: 'Practices: things that somebody does to be secure',
  },
  document:
    'A factual export of what the exhibits show at the as-of date, in the words of findings.json beside it; no certification and no statement of compliance. Days are those of the client’s time zone, written in UTC; last-modified is the end of the as-of day.',
  reduced: 'Names of people, accounts and devices are withheld in this edition, and so are the original exports.',
  catalogue:
    'Identifiers and names of groups are the publisher’s; titles and sentences are proofpack’s own unless a part says that it is the publisher’s. It takes the place of no catalogue of the publisher.',
  practices:
    'proofpack’s own, framework-neutral: facts bear on practices, and the controls of frameworks point at them.',
  noSsp: 'Nobody handed over a system security plan. The scope is that of the engagement file.',
  engagement: 'The engagement: client, period, frameworks, operating model, decisions',
  objective: (summary: string) => `Whether the exhibits show it: ${summary}`,
  selection: (framework: string, version: string) => `${framework}, version ${version}`,
  result: (supported: number, assessed: number, applicable: number, framework: string) =>
    `${framework}: ${supported} of ${applicable} applicable are supported by evidence; ${assessed} could be assessed.`,
  states:
    'OSCAL knows two states. Satisfied is what exports support, and what a named provider does whose proof is among the exhibits; everything else is not-satisfied, with the verdict as a property and its meaning as a remark. Not-satisfied with the reason other is no failure shown.',
  evidenceInside: (number: string) => `Inside the container ${number}`,
  withheld: 'The original is not in this edition; its hash is.',
  asOfInstead: 'The exhibits do not date it; the as-of date of the assessment stands as the time of collection.',
  collectedAssumed: 'The date rests on an assumed time zone or on a person’s word.',
  unknown: (because: string) => `Not known: ${because}.`,
  rows: (rows: number, exceptions: number) =>
    `Rests on ${rows} ${rows === 1 ? 'row' : 'rows'}; ${exceptions} ${exceptions === 1 ? 'exception' : 'exceptions'}.`,
  statement: (practice: string) => `Statement of a person: ${practice}`,
  stated: (statement: string, by: string, on: string, expires: string) =>
    `${statement} (stated by ${by} on ${on}, valid until ${expires})`,
  provided: (practice: string) => `Done by a provider: ${practice}`,
  providedBy: (provider: string, proof: string, on: string) => `Done by ${provider}; proof: ${proof} (${on})`,
  proofMissing: 'The proof that is named is not among the exhibits.',
  severity: (severity: string, because: string) => `Severity ${severity}: ${because}.`,
  accepted: 'Risk accepted',
  acceptedBy: (by: string, on: string, until: string, because: string) =>
    `Accepted by ${by} on ${on} until ${until}: ${because}`,
  closure: (evidence: string) => `Closed by: ${evidence}`,
  due: 'Due',
  services: (party: string, client: string) => `Duties of ${party} for ${client}`,
  servicesMeaning: (meaning: string) =>
    `${meaning} Who does what under the operating model; whether it is done is told in the assessment results alone.`,
  duty: (practices: string) => `Carries out: ${practices}.`,
  dutyOf: (part: string, practices: string) => `Carries out: ${practices}. Its part: ${part}.`,
  notInRoster: (party: string) => `${party} is not in the roster of the engagement.`,
  indicative: 'indicative',
  practicesTo: (framework: string) => `Which practices bear on ${framework}.`,
  edges:
    'Every edge was drawn by people and gives its reason. It says that two things overlap, never that one does for the other. Indicative; no publication of the publishers of these frameworks.',
  reference: (title: string, framework: string) => `From ${framework} to ${title}.`,
  unmapped: (title: string) => `${title}: identifiers alone, of a framework that is not part of this engagement`,
} as const;

/** The hats of a duty as roles. */
export const OSCAL_ROLES = {
  'prepared-by': 'Prepared the assessment',
  'prepared-for': 'Assessed organisation',
  accountable: 'Accountable: answers for it',
  responsible: 'Responsible: carries it out',
  evidence: 'Evidence: produces the proof',
  approves: 'Approves changes',
  'after-hours': 'Acts after hours',
  remediation: 'Closes the gap',
} as const;
export type OscalRole = keyof typeof OSCAL_ROLES;
