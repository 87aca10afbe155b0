import { z } from 'zod';
import { CEILINGS } from '../model/assessment.ts';
import { CivilDate } from '../model/civil-day.ts';
import type { PreviousPackage } from '../model/previous.ts';

/** As much of a package's findings.json as its answers need; what other versions add is passed over. */
const Answered = z.object({
  schema: z.literal('proofpack.findings/1'),
  client: z.string(),
  asOf: CivilDate,
  period: z.object({ from: CivilDate, to: CivilDate }),
  frameworks: z.array(
    z.object({
      id: z.string(),
      controls: z.array(
        z.object({
          id: z.string(),
          answer: z
            .object({
              ceiling: z.enum(CEILINGS),
              claimed: z.object({ answer: z.string(), by: z.string(), on: z.string() }).nullable(),
            })
            .nullable(),
        }),
      ),
    }),
  ),
});

/** What a package answered, question by question; undefined where its findings cannot be read. */
export function answersOf(findings: unknown, sha256: string): PreviousPackage | undefined {
  const read = Answered.safeParse(findings);
  if (!read.success) return undefined;
  const { client, asOf, period, frameworks } = read.data;
  const answers = frameworks.flatMap(({ id: framework, controls }) =>
    controls.flatMap(({ id: control, answer }) => (answer === null ? [] : [{ framework, control, ...answer }])),
  );
  return { client, asOf, period, sha256, answers };
}
