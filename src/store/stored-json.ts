import type { z } from 'zod';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';

/** What a store keeps as JSON; a later proofpack may have written it in a form that this one does not know. */
export function storedJson<S extends z.ZodType>(schema: S, content: Uint8Array | string, what: string): z.output<S> {
  const text = typeof content === 'string' ? content : Buffer.from(content).toString('utf8');
  const read = schema.safeParse(JSON.parse(text));
  if (!read.success) throw failure(diagnostic('store-form-unknown', { what }), { cause: read.error });
  return read.data;
}
