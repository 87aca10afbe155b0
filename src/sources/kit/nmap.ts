import type { FileContext, Placed } from '../../intake/contract.ts';
import type { Observed } from '../../model/observed.ts';
import type { Draft } from '../../model/record.ts';

/** nmap's states. Where it cannot tell open from filtered, neither is said. */
const STATES: Readonly<Record<string, Draft<'network-exposure'>['state'] | undefined>> = {
  open: 'open',
  closed: 'closed',
  filtered: 'filtered',
  unfiltered: 'closed',
};

export interface Port {
  readonly host: string;
  readonly port: number;
  readonly protocol: string;
  readonly state: string;
  readonly service?: string | undefined;
  readonly together?: number | undefined;
  readonly ranges?: string | undefined;
  readonly at: NonNullable<Placed['at']>;
}

/** Ports wait for the last line of the file: only there does nmap say that the run ended. */
export interface NmapRun {
  ports: Port[];
  started?: Observed;
  ended?: Observed;
  complete: boolean;
}

export function newNmapRun(): NmapRun {
  return { ports: [], complete: false };
}

export function exposures(run: NmapRun, file: FileContext): readonly Placed[] {
  return run.ports.map(({ state, protocol, ...port }) => ({
    kind: 'network-exposure',
    strength: 'R',
    observed: run.ended ?? run.started ?? file.asStated,
    ...port,
    protocol: protocol === 'tcp' || protocol === 'udp' ? protocol : 'other',
    state: STATES[state] ?? 'unknown',
    perspective: file.said.perspective ?? 'unknown',
    complete: run.complete,
  }));
}
