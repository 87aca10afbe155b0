import { z } from 'zod';
import { CEILINGS } from '../model/assessment.ts';
import { CivilDate } from '../model/civil-day.ts';
import { type EarlierPackage, PreviousPackage } from '../model/previous.ts';

/** As much of a package's findings.json as its answers need; what other versions add is passed over. */
const Answered = z.object({
  schema: z.literal('proofpack.findings/1'),
  client: z.string(),
  asOf: CivilDate,
  period: z.object({ from: CivilDate, to: CivilDate }),
  frameworks: z.array(
    z.object({
      id: z.string(),
      headline: z.object({ applicable: z.number(), supported: z.number(), assessed: z.number() }).optional(),
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

/** As much of a package's engagement.json as tells of those before it. */
const Before = z.object({ previous: PreviousPackage });

/** A line over more packages than that tells of another company. */
const EARLIER_KEPT = 7;

/** What a package answered, question by question, and the packages that it knew of; undefined where its findings cannot be read. */
export function answersOf(findings: unknown, engagement: unknown, sha256: string): PreviousPackage | undefined {
  const read = Answered.safeParse(findings);
  if (!read.success) return undefined;
  const { client, asOf, period, frameworks } = read.data;
  const answers = frameworks.flatMap(({ id: framework, controls }) =>
    controls.flatMap(({ id: control, answer }) => (answer === null ? [] : [{ framework, control, ...answer }])),
  );
  const headlines = frameworks.flatMap(({ id: framework, headline }) =>
    headline === undefined ? [] : [{ framework, ...headline }],
  );
  const earlier = earlierIn(engagement);
  return { client, asOf, period, sha256, answers, headlines, ...(earlier.length > 0 && { earlier }) };
}

function earlierIn(engagement: unknown): EarlierPackage[] {
  const read = Before.safeParse(engagement);
  if (!read.success) return [];
  const { asOf, period, sha256, headlines, earlier = [] } = read.data.previous;
  return [...earlier, { asOf, period, sha256, ...(headlines && { headlines }) }].slice(-EARLIER_KEPT);
}
