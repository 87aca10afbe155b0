import { MESSAGES, type MessageArguments, type MessageCode } from './messages/index.ts';
import type { Place } from './place.ts';

export type Severity = 'error' | 'warning' | 'info';

/** One thing that somebody should know: what, where, and what to do next. */
export interface Diagnostic {
  readonly code: MessageCode;
  readonly severity: Severity;
  readonly message: string;
  readonly hint: string;
  readonly place?: Place;
}

/** The arguments are typed by the code: a wrong shape does not compile. */
export function diagnostic<C extends MessageCode>(code: C, args: MessageArguments<C>, place?: Place): Diagnostic {
  const entry = MESSAGES[code] as { severity: Severity; says: (args: MessageArguments<C>) => string; hint: string };
  const base = { code, severity: entry.severity, message: entry.says(args), hint: entry.hint };
  return place === undefined ? base : { ...base, place };
}
