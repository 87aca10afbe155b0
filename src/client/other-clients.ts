import { diagnostic } from '../kernel/diagnostic.ts';
import { ProofpackError } from '../kernel/failure.ts';
import type { Findings } from '../model/findings.ts';

/** One client's data in another's report is the worst that can happen: nothing is built before it is settled. */
export function stopForOtherClients({ exhibits, engagement }: Findings): void {
  const problems = exhibits
    .filter(({ foreign, excluded }) => foreign !== null && excluded === null)
    .map(({ path, foreign }) =>
      diagnostic('wrong-client-stops', { path, foreign: foreign ?? '', client: engagement.client.name }, { path }),
    );
  const [first] = problems;
  if (!first) return;
  throw new ProofpackError(first.code, problems.map(({ message }) => message).join('\n'), first.hint, { problems });
}
