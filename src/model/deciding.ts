import type { Reason, Verdict } from './assessment.ts';

/** Rows that show that it is not so; fewer than were hoped for, or all of those seen without the list of all of them, are none. */
export function isContrary({
  outcome,
  share,
  fallingShort,
}: Pick<Reason, 'outcome' | 'share' | 'fallingShort'>): boolean {
  if (fallingShort === 'too-little') return false;
  return outcome === 'refuted' || (outcome === 'partly' && (share === undefined || share.n < share.of));
}

/**
 * What is told beside a finding: first the reasons that made it, then what else decides and says something. Where nothing that bears
 * directly was shown, what bears in part and falls short is told last: it made nothing, and a reader will ask for it.
 */
export function decidingReasons(reasons: readonly Reason[], found: Verdict): readonly Reason[] {
  const direct = reasons.filter(({ bears }) => bears === 'directly');
  const part = reasons.filter(({ bears }) => bears === 'partly');
  const deciding = direct.length > 0 ? direct : part;
  const beside = direct.length > 0 ? part : [];
  switch (found) {
    case 'contradicted': {
      const refuted = deciding.filter(({ outcome }) => outcome === 'refuted');
      const contrary = [...refuted, ...beside.filter(isContrary), ...deciding.filter(isContrary)];
      return distinct([...contrary, ...deciding.filter(({ outcome }) => outcome !== 'unknown')]);
    }
    case 'partly-supported': {
      const lacking = deciding.filter(({ outcome }) => outcome !== 'met');
      const lowering =
        lacking.length > 0 ? [] : beside.filter(({ outcome }) => outcome !== 'met' && outcome !== 'attested');
      // The part that is a share, then what is shown, and only then what is not: a statement alone is no part of anything.
      const inPart = [...lacking, ...lowering].filter(({ outcome }) => outcome === 'partly');
      return distinct([...inPart, ...deciding.filter(({ outcome }) => outcome === 'met'), ...lacking, ...lowering]);
    }
    default:
      return distinct([
        ...deciding.filter(({ outcome }) => outcome === MADE_OF[found]),
        ...deciding,
        ...beside.filter(({ outcome }) => outcome === 'partly' || outcome === 'short'),
      ]);
  }
}

const MADE_OF: Readonly<Partial<Record<Verdict, Reason['outcome']>>> = {
  supported: 'met',
  stale: 'stale',
  'attested-only': 'attested',
};

function distinct(reasons: readonly Reason[]): readonly Reason[] {
  return [...new Set(reasons)];
}
