import { INTAKE_REASONS } from '../kernel/messages/intake-words.ts';
import type { Bytes } from './bytes.ts';
import type { Limits } from './limits.ts';
import { checkRatio, type Packed } from './packed.ts';
import { Refused, Unreadable } from './trouble.ts';
import { unpacked } from './unpacking.ts';

/** The unpacked content, opened as often as needed; stops at `most` bytes and at the ratio however little the file promised. */
export function gunzipped(packed: Packed, most: number, limits: Limits): Bytes {
  const grown = (bytes: number): void => {
    if (bytes > most) throw new Refused(INTAKE_REASONS.tooLarge(most));
    checkRatio(bytes, packed.size, limits);
  };
  const broken = (cause: unknown) => new Unreadable(INTAKE_REASONS.gzipBroken(), { cause });
  const more = () => new Refused(INTAKE_REASONS.gzipMore());
  return { open: () => unpacked({ packed, form: 'gzip', grown, broken, more }) };
}
