import type { Hono } from 'hono';
import { REVIEW_DOOR as WORDS } from '../kernel/messages/review.ts';
import { VERDICTS } from '../model/assessment.ts';
import { type Serving, show } from './show.ts';
import { exhibitsView, frameworkView, leavingView, verdictsView } from './view/evidence.ts';

/** What stands behind the answers: files, verdicts, and what would leave the house. */
export function evidenceRoutes(app: Hono, serving: Serving): void {
  const { desk } = serving;
  app.get('/exhibits', (context) => show(serving, context, { page: 'exhibits', view: exhibitsView(desk.findings()) }));
  app.get('/verdicts', (context) => show(serving, context, { page: 'verdicts', view: verdictsView(desk.findings()) }));
  app.get('/verdicts/:framework', (context) => {
    const id = context.req.param('framework');
    const found = desk.findings().frameworks.find(({ framework }) => framework.id === id);
    if (found === undefined) return context.text(WORDS.notHere, 404);
    const verdict = VERDICTS.find((each) => each === context.req.query('verdict'));
    return show(serving, context, { page: 'framework', view: frameworkView(found, verdict) });
  });
  app.get('/redaction', async (context) =>
    show(serving, context, { page: 'redaction', view: leavingView(await desk.leaving()) }),
  );
}
