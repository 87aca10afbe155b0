import { timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { REVIEW_DOOR as WORDS } from '../kernel/messages/review.ts';

/** The secrets of one run: whoever has the link gets the session, and only a page of the session can send a form. */
export interface Keys {
  /** In the link. */
  readonly token: string;
  /** In the cookie. */
  readonly session: string;
  /** In each form. */
  readonly form: string;
  /** `127.0.0.1:49213`: the only name that this page answers to, whatever names lead to this machine. */
  readonly host: string;
}

/** Nothing from elsewhere is loaded, nothing inline runs, nobody frames it, and nothing is kept by the browser. */
const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  // Not `no-referrer`: with it browsers send `Origin: null` with forms, and ours could not be told from others'.
  'Referrer-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

export function headers(): MiddlewareHandler {
  return async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(HEADERS)) context.header(name, value);
  };
}

/** Before anything else is looked at: the right name, the right session. */
export function door(keys: Keys, enter: (context: Context) => Response | Promise<Response>): MiddlewareHandler {
  const cookie = cookieName(keys);
  return async (context, next) => {
    if (context.req.header('host') !== keys.host) return context.text(WORDS.notYours, 403);
    if (isSame(getCookie(context, cookie) ?? '', keys.session)) return next();
    const asks = context.req.method === 'GET' && context.req.path === '/';
    if (!asks || !isSame(context.req.query('token') ?? '', keys.token)) return context.text(WORDS.notYours, 403);
    setCookie(context, cookie, keys.session, { httpOnly: true, sameSite: 'Strict', path: '/' });
    return enter(context);
  };
}

/** Cookies do not know ports: two runs on one machine must not overwrite each other's. */
function cookieName({ host }: Keys): string {
  return `proofpack-${host.slice(host.indexOf(':') + 1)}`;
}

/** A form is taken from our own page only: by its origin, by what the browser says of it, and by a secret that stands in it. */
export function isOurs(context: Context, form: ReadonlyMap<string, string>, { host, form: secret }: Keys): boolean {
  const site = context.req.header('sec-fetch-site');
  return (
    context.req.header('origin') === `http://${host}` &&
    (site === undefined || site === 'same-origin') &&
    isSame(form.get('key') ?? '', secret)
  );
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
  return a.length === b.length && timingSafeEqual(a, b);
}
