import type { Context, Hono } from 'hono';
import { REVIEW_SAID as SAID, REVIEW_DOOR as WORDS } from '../kernel/messages/review.ts';
import type { FormOnDesk, Item } from './desk.ts';
import { isOurs } from './door.ts';
import { fieldsOf } from './form.ts';
import { askedBy, carryOut, itemOf } from './posts.ts';
import { type Serving, show, type Told } from './show.ts';
import { decisionOf } from './view/decision.ts';
import { overviewView, SHOWS } from './view/overview.ts';
import { nextOpenAfter, questionView, type Typed } from './view/question.ts';

const NOTHING_TYPED: Typed = new Map();

/** The list of questions, and each of them with its forms. */
export function questionRoutes(app: Hono, serving: Serving): void {
  const { desk } = serving;
  app.get('/', async (context) => {
    const form = await desk.form();
    if (form === null) return show(serving, context, { page: 'without', view: {} });
    const shows = SHOWS.find((each) => each === context.req.query('show')) ?? 'all';
    const view = overviewView(form, { shows, owner: context.req.query('owner') ?? '' });
    return show(serving, context, { page: 'overview', view, told: toldAfter(form, context) });
  });
  app.get('/questions/:id', async (context) => {
    const form = await desk.form();
    const item = itemOf(form, context.req.param('id'));
    if (form === null || item === undefined) return context.text(WORDS.notHere, 404);
    return showQuestion(serving, context, { form, item, told: toldAfter(form, context) });
  });
  app.post('/questions/:id', (context) => decided(serving, context, context.req.param('id')));
}

/** What became of the question before this one. */
function toldAfter(form: FormOnDesk, context: Context): Told {
  const before = itemOf(form, context.req.query('after') ?? '');
  return before === undefined ? {} : { said: SAID.decided(before.row.id, decisionOf(before).text) };
}

function showQuestion(
  serving: Serving,
  context: Context,
  { form, item, told, typed = NOTHING_TYPED }: { form: FormOnDesk; item: Item; told: Told; typed?: Typed },
) {
  const { desk } = serving;
  const view = questionView({ form, item, findings: desk.findings(), likelyBy: desk.likelyBy(), typed });
  return show(serving, context, { page: 'question', view, told });
}

async function decided(serving: Serving, context: Context, id: string): Promise<Response> {
  const { desk, keys } = serving;
  const fields = await fieldsOf(context.req.raw);
  if (fields === null) return context.text(WORDS.tooMuch, 413);
  if (!isOurs(context, fields, keys)) return context.text(WORDS.wrongWay, 403);
  const form = await desk.form();
  const item = itemOf(form, id);
  if (form === null || item === undefined) return context.text(WORDS.notHere, 404);
  const again = async (bad: string, status: 400 | 409) => {
    const now = (await desk.form()) ?? form;
    return showQuestion(serving, context, {
      form: now,
      item: itemOf(now, id) ?? item,
      typed: fields,
      told: { status, bad },
    });
  };
  const asked = askedBy(fields, item, desk);
  if (asked.kind === 'wrong') return again(asked.because, 400);
  const outcome = await carryOut(asked, desk);
  if (outcome.kind === 'refused') return again(SAID.refused(outcome.because), 400);
  if (outcome.kind === 'stale') return again(SAID.stale(), 409);
  if (asked.kind === 'settle') return context.redirect(`/questions/${id}`, 303);
  const after = (await desk.form()) ?? form;
  const next = nextOpenAfter(after, form.items.indexOf(item));
  return context.redirect(`${next === undefined ? '/' : `/questions/${next}`}?after=${id}`, 303);
}
