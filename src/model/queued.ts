import { z } from 'zod';
import type { Diagnostic } from '../kernel/diagnostic.ts';
import { MESSAGES, type MessageCode } from '../kernel/messages/index.ts';
import { BuiltPackage, ClientLedger, ClientSummary } from './portfolio-client.ts';
import { EditionName } from './store.ts';

/** One client as it stands on a queue: which, and of which inputs. No path, since each worker sees the files under a name of its own; no evidence. */
export const QueuedJob = z.strictObject({
  schema: z.literal('proofpack.queue.job/1'),
  client: z.string(),
  /** Of everything that its packages follow from, as whoever asked for them saw it. */
  key: z.string(),
  /** Of the identifiers of others that its exhibits are compared with. */
  comparedWith: z.string(),
  editions: z.array(EditionName),
  /** `look`: nothing changed but the others; whether anything of theirs lies there is all that is asked. `if-changed`: nothing did, unless it is for the worker's key or password. */
  task: z.enum(['build', 'look', 'if-changed']),
});
export type QueuedJob = z.output<typeof QueuedJob>;

const Problem: z.ZodType<Diagnostic> = z.object({
  code: z.custom<MessageCode>((code) => typeof code === 'string' && code in MESSAGES),
  severity: z.enum(['error', 'warning', 'info']),
  message: z.string(),
  hint: z.string(),
});

/** What became of a client, as far as a queue is told of it: names, counts and reasons. */
export const QueuedOutcome = z.object({
  id: z.string(),
  name: z.string(),
  state: z.enum(['built', 'judged', 'unchanged', 'stopped', 'failed']),
  exit: z.number().int(),
  problems: z.array(Problem),
  met: ClientLedger.shape.met,
  packages: z.array(BuiltPackage),
  summary: ClientSummary.pick({ headlines: true, contradictions: true, renewsOn: true }).nullable(),
  seconds: z.number(),
});
export type QueuedOutcome = z.output<typeof QueuedOutcome>;
