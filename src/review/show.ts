import type { Context } from 'hono';
import type { Desk } from './desk.ts';
import type { Keys } from './door.ts';
import type { Render } from './pages.ts';

/** What all routes share. */
export interface Serving {
  readonly desk: Desk;
  readonly keys: Keys;
  readonly render: Render;
}

export interface Told {
  readonly status?: 200 | 400 | 409;
  /** What was done, and what was not. */
  readonly said?: string;
  readonly bad?: string;
}

/** Which entry of the navigation a page belongs to. */
const NAVIGATION: Readonly<Record<string, string>> = {
  overview: 'questions',
  without: 'questions',
  question: 'questions',
  exhibits: 'exhibits',
  verdicts: 'verdicts',
  framework: 'verdicts',
  redaction: 'redaction',
};

export function show(
  { desk, keys, render }: Serving,
  context: Context,
  { page, view, told = {} }: { readonly page: string; readonly view: object; readonly told?: Told },
): Response | Promise<Response> {
  const { engagement } = desk.findings();
  const here = Object.fromEntries(
    ['questions', 'exhibits', 'verdicts', 'redaction'].map((each) => [each, each === NAVIGATION[page]]),
  );
  const shared = { plain: false, client: engagement.client.name, asOf: engagement.asOf, key: keys.form, here };
  const { said = '', bad = '', status = 200 } = told;
  return context.html(render(page, { title: '', ...shared, said, bad, ...view }), status);
}
