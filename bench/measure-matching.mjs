// What a matcher makes of the gold wordings of one half: shared by the bench that prints it and the test that holds it.

/** @param {{ match: (question: { text: string, section: null }) => any }} matcher */
export function measureMatching(matcher, half) {
  const rows = half.flatMap(({ is, asks, adverse = false, open = false }) =>
    asks.map((text) => ({ is, text, adverse, open, match: matcher.match({ text, section: null }) })),
  );
  const meant = rows.filter(({ is }) => is.length > 0);
  const rankOf = ({ is, match }) => {
    const kins = [];
    for (const candidate of match.candidates) {
      if (is.includes(candidate.control)) return kins.filter((kin) => kin !== candidate.kin).length;
      if (!kins.includes(candidate.kin)) kins.push(candidate.kin);
    }
    return Number.POSITIVE_INFINITY;
  };
  const filled = rows.filter(({ match }) => match.certainty === 'sure');
  // A question of ours of the same kin is judged by the same evidence: it is as right as the one that is named.
  const isRight = ({ is, match }) => is.length > 0 && rankOf({ is, match }) === 0;
  const wrong = filled.filter(
    (row) => !isRight(row) || row.match.adverse !== row.adverse || (row.open && !row.match.open),
  );
  return {
    wordings: rows.length,
    top1: meant.filter((row) => rankOf(row) === 0).length / meant.length,
    top3: meant.filter((row) => rankOf(row) < 3).length / meant.length,
    filled: filled.length,
    wrong: wrong.map(({ text, is, match }) => ({
      text,
      is,
      took: match.candidates[0]?.control,
      adverse: match.adverse,
    })),
    missed: meant
      .filter((row) => rankOf(row) > 0)
      .map(({ text, is, match }) => ({
        text,
        is,
        took: match.candidates
          .slice(0, 3)
          .map(({ control, score, against }) => `${control} ${score.toFixed(2)} ${against.join('; ')}`),
      })),
    unsure: meant
      .filter((row) => rankOf(row) === 0 && row.match.certainty !== 'sure')
      .map(({ text, match }) => ({
        text,
        took: match.candidates[0]?.control,
        score: match.candidates[0]?.score,
        margin: match.margin,
        because: match.because,
      })),
    polarity: meant.filter(({ match, adverse }) => match.adverse !== adverse).map(({ text }) => text),
    openness: meant.filter(({ match, open }) => match.open !== open).map(({ text }) => text),
  };
}
