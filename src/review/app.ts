import { Hono } from 'hono';
import { ProofpackError } from '../kernel/failure.ts';
import { REVIEW_DOOR as WORDS } from '../kernel/messages/review.ts';
import type { Desk } from './desk.ts';
import { door, headers, isOurs, type Keys } from './door.ts';
import { evidenceRoutes } from './evidence-routes.ts';
import { fieldsOf } from './form.ts';
import { pagesOf, type ReviewTemplates } from './pages.ts';
import { questionRoutes } from './question-routes.ts';
import { type Serving, show } from './show.ts';

export interface ReviewRequest {
  readonly desk: Desk;
  readonly keys: Keys;
  readonly templates: ReviewTemplates;
  /** What broke on our side: told in the terminal, and never on the page. */
  readonly onError: (error: unknown) => void;
}

/** The pages of one review as a function of requests; whoever serves them gives it a port of this machine. */
export function createReview({ desk, keys, templates, onError }: ReviewRequest): Hono {
  const serving: Serving = { desk, keys, render: pagesOf(templates) };
  const app = new Hono();
  app.use(headers());
  app.use(door(keys, (context) => context.html(serving.render('enter', { title: '', plain: true }))));
  app.onError((error, context) => {
    // A file that somebody broke by hand is told with its place and its cure, to whoever has the link.
    if (error instanceof ProofpackError) {
      const { message, hint } = error;
      return show(serving, context, { page: 'trouble', view: { message, hint }, told: { status: 409 } });
    }
    onError(error);
    return context.text(WORDS.broken, 500);
  });
  app.notFound((context) => context.text(WORDS.notHere, 404));
  const sent = (text: string, type: string) => () =>
    new Response(text, { headers: { 'Content-Type': `${type}; charset=utf-8` } });
  app.get('/style.css', sent(templates.style, 'text/css'));
  app.get('/review.js', sent(templates.script, 'text/javascript'));
  questionRoutes(app, serving);
  evidenceRoutes(app, serving);
  app.post('/finish', async (context) => {
    const fields = await fieldsOf(context.req.raw);
    if (fields === null || !isOurs(context, fields, keys)) return context.text(WORDS.wrongWay, 403);
    desk.finish();
    return show(serving, context, { page: 'finished', view: { plain: true } });
  });
  return app;
}
