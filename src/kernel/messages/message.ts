import type { Severity } from '../diagnostic.ts';

/** A row of the message table. `says` makes the sentence from typed arguments; `hint` is what to do next. */
// biome-ignore lint/suspicious/noExplicitAny: the table's own type keeps each argument shape; this only states the row's form.
export type Message = { readonly severity: Severity; readonly says: (args: any) => string; readonly hint: string };
