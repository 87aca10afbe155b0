import type { RecordOf } from '../../model/record.ts';
import { type Judgement, refutes, supports } from './subjects.ts';

export type Simulation = RecordOf<'phishing-simulation'>;

/** A campaign that ran; one in error, or that reached nobody, measures nothing, whatever rate it prints. */
export function judgeSimulation(simulation: Simulation): Judgement {
  const name = `Campaign "${simulation.campaign}"`;
  // A list of recipients tells no state of the campaign, but a message that reached one of them was sent.
  const wasReceived = simulation.recipient !== undefined && (simulation.delivered ?? 0) > 0;
  if (simulation.status === 'error' || (simulation.status === 'unknown' && !wasReceived)) {
    return refutes(`${name}: ${simulation.verbatim}`);
  }
  if (simulation.delivered === 0) return refutes(`${name}: nothing was delivered`);
  return supports(`${name}: ${simulation.verbatim}`);
}
