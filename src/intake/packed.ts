import { INTAKE_REASONS } from '../kernel/messages/intake-words.ts';
import type { Bytes } from './bytes.ts';
import type { Limits } from './limits.ts';
import { Refused } from './trouble.ts';

/** Bytes with a length that is known before they are opened. */
export interface Packed extends Bytes {
  readonly size: number;
}

/** One file in an archive, checked; its bytes are unpacked each time they are asked for and never written anywhere. */
export interface ArchivedFile extends Packed {
  readonly name: string;
  /** As its archive writes it: time and date of DOS in a ZIP, seconds since 1970 in a tar. */
  readonly modified: number;
}

/** What one exhibit may unpack to in all, however its archives are nested. */
export interface Allowance {
  /** One more entry of so many bytes; throws beyond what is allowed. */
  take(bytes: number): void;
}

export function startAllowance(limits: Limits): Allowance {
  let entries = 0;
  let total = 0;
  return {
    take(bytes) {
      entries += 1;
      total += bytes;
      if (entries > limits.entries) throw new Refused(INTAKE_REASONS.tooManyEntries(limits.entries));
      if (total > limits.unpackedBytes) throw new Refused(INTAKE_REASONS.tooLarge(limits.unpackedBytes));
    },
  };
}

/** A small archive of a large file is how bombs are made; below some bytes a high ratio is harmless. */
export function checkRatio(unpacked: number, packed: number, limits: Limits): void {
  if (unpacked > limits.ratioFromBytes && unpacked > packed * limits.ratio) {
    throw new Refused(INTAKE_REASONS.ratio(limits.ratio));
  }
}
