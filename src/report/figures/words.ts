/** Alternative texts and captions state the finding, so that the picture is not needed to know it. */
export const FIGURE_WORDS = {
  verdicts: {
    caption: (framework: string, part: string) => `${framework}: verdicts by ${part}`,
    alt: (supported: number, applicable: number, control: string) =>
      `Of ${applicable} applicable ${control}, ${supported} are supported by evidence.`,
    weakest: (label: string, supported: number, of: number) => ` The fewest are in ${label}: ${supported} of ${of}.`,
    note: (supported: number, of: number) => `${supported} of ${of} supported`,
  },
  freshness: {
    caption: 'Age of the evidence at the as-of date against the age that each practice allows',
    alt: (late: number, of: number) =>
      `${late} of ${of} practices with dated evidence rest on evidence older than they allow.`,
    note: (newest: string, age: number, allowed: number) => `${newest}: ${age} of ${allowed} days`,
    capped: (caption: string, shown: number, of: number) =>
      `${caption} (the ${shown} closest to their limit, of ${of})`,
  },
  owners: {
    caption: 'Who carries out what: practices by domain and party, and the share of them that is supported',
    alt: (sentences: readonly string[]) => sentences.join(' '),
    sentence: (party: string, count: number, supported: number) =>
      `${party} carries out ${count} practices, ${supported} of them supported.`,
  },
  cadence: {
    caption: 'Recurring duties: when they were found done inside the period',
    alt: (met: number, of: number) => `${met} of ${of} recurring duties were found done as often as they must be.`,
    note: (found: number, expected: number, gap: number | null) =>
      gap === null ? `${found} of ${expected}` : `${found} of ${expected}, longest gap ${gap} days`,
  },
  headline: {
    caption: 'The two headline numbers of each framework',
    supported: (framework: string, share: string) => `${framework}: supported by evidence${share}`,
    assessed: (framework: string, share: string) => `${framework}: could be assessed${share}`,
    share: (percent: number) => `, ${percent} %`,
    value: (n: number, of: number) => `${n} of ${of}`,
    alt: (sentences: readonly string[]) => sentences.join(' '),
    sentence: (framework: string, supported: string, assessed: string) =>
      `${framework}: ${supported} applicable are supported by evidence, ${assessed} could be assessed.`,
  },
} as const;
