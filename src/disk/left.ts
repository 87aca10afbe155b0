import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Diagnostic, diagnostic } from '../kernel/diagnostic.ts';
import { LEFT_REASONS } from '../kernel/messages/bucket.ts';
import { LEFT_IN_BUCKET } from './owner-files.ts';

/** An object of a bucket that a copy of a client's folder does not hold, and why. */
export const LeftObject = z.strictObject({ path: z.string(), reason: z.enum(LEFT_REASONS) });
export type LeftObject = z.output<typeof LeftObject>;

/** What the copy of a bucket says that it lacks; nothing in a folder that is no copy. */
export async function leftNotes(folder: string): Promise<readonly Diagnostic[]> {
  const text = await readFile(join(folder, LEFT_IN_BUCKET), 'utf8').catch(() => '[]');
  const { data: left = [] } = z.array(LeftObject).safeParse(parsed(text));
  return left.map(({ path, reason }) => diagnostic('bucket-object-left', { path, reason }, { path }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return [];
  }
}
