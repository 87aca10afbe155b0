import { startingBudgets } from './budget.ts';
import {
  type EvidenceRequest,
  extract as extractUnguarded,
  type OneRequest,
  type OnRecord,
  readEvidence as readUnguarded,
  recognise as recogniseUnguarded,
} from './intake/index.ts';
import type { Exhibit } from './model/exhibit.ts';

/** The doors of intake as they are offered to others: every file is held to its budget, unless the caller has a guard of its own. */

export function readEvidence(exhibits: Iterable<Exhibit>, request: EvidenceRequest, onRecord: OnRecord) {
  return readUnguarded(exhibits, { startGuard: startingBudgets(), ...request }, onRecord);
}

export function recognise(exhibit: Exhibit, request: OneRequest) {
  return recogniseUnguarded(exhibit, { startGuard: startingBudgets(), ...request });
}

export function extract(exhibit: Exhibit, request: OneRequest) {
  return extractUnguarded(exhibit, { startGuard: startingBudgets(), ...request });
}
