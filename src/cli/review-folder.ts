import { randomBytes } from 'node:crypto';
import { serve } from '@hono/node-server';
import { assessFolder, stopForOtherClients } from '../client/index.ts';
import { discardUnfinished, readReviewTemplates } from '../disk/index.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import { REVIEW_TOLD as TOLD } from '../kernel/messages/review.ts';
import { ALLOWANCES, type Allowance } from '../model/questionnaire.ts';
import { createReview } from '../review/index.ts';
import { judgeQuestionnaire, openQuestionnaire } from './answering.ts';
import { dayGiven } from './map-file.ts';
import { openDesk } from './review-desk.ts';
import { stopForSiblings } from './siblings.ts';
import type { Terminal } from './terminal.ts';
import { DONE, type Given } from './verb.ts';

/** This machine alone: no other one of its network can reach it. */
const ADDRESS = '127.0.0.1';

/** Serves the review until somebody finishes it on the page, or interrupts it here. */
export async function reviewFolder(given: Given, terminal: Terminal): Promise<number> {
  terminal.onInterrupt(discardUnfinished);
  const folder = given.args[0] ?? '.';
  const port = portGiven(given.text('port'));
  const file = given.text('questionnaire');
  const allow = new Set<Allowance>(ALLOWANCES.filter((each) => given.texts('allow').includes(each)));
  const opened = file === undefined ? null : await openQuestionnaire(file, folder, allow);
  const form = opened === null ? null : await judgeQuestionnaire(opened, opened.pairs, { terminal });
  const assessed = form?.judged ?? (await assessFolder(folder, terminal));
  stopForOtherClients(assessed.findings);
  await stopForSiblings(assessed);
  const likelyBy = given.text('by') ?? assessed.engagement.prepared?.by ?? '';
  const templates = await readReviewTemplates();
  return new Promise((resolve, reject) => {
    const finish = () => setImmediate(() => server.close(() => resolve(DONE)));
    const desk = openDesk({ assessed, form, likelyBy, today: () => dayGiven(given), terminal, finish });
    const keys = { token: secret(), session: secret(), form: secret() };
    let app: ReturnType<typeof createReview> | undefined;
    const server = serve(
      { fetch: (request) => app?.fetch(request) ?? new Response(null, { status: 503 }), hostname: ADDRESS, port },
      (at) => {
        const host = `${ADDRESS}:${at.port}`;
        app = createReview({
          desk,
          keys: { ...keys, host },
          templates,
          onError: (error) => terminal.warn(TOLD.broken(error)),
        });
        const link = `http://${host}/?token=${keys.token}`;
        if (terminal.json) terminal.say(JSON.stringify({ schema: 'proofpack.review/1', link }));
        else terminal.say(TOLD.link(link));
        terminal.note(TOLD.how());
      },
    );
    server.on('error', (error) =>
      reject(failure(diagnostic('review-port-taken', { port: String(port) }), { cause: error })),
    );
  });
}

function secret(): string {
  return randomBytes(32).toString('hex');
}

function portGiven(text: string | undefined): number {
  if (text === undefined) return 0;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1024 || port > 65_535)
    throw failure(diagnostic('review-port-wrong', { got: text }));
  return port;
}
