import type { FileContext, Placed } from '../../intake/contract.ts';
import type { Observed } from '../../model/observed.ts';
import type { Draft } from '../../model/record.ts';
import { producedBy } from './produced.ts';

/** nmap's states. Where it cannot tell open from filtered, neither is said. */
const STATES: Readonly<Record<string, Draft<'network-exposure'>['state'] | undefined>> = {
  open: 'open',
  closed: 'closed',
  filtered: 'filtered',
  unfiltered: 'closed',
};

export interface Port {
  readonly host: string;
  readonly address?: string | undefined;
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
  tool?: string;
  version?: string;
  /** The command line. */
  parameters?: string;
}

export function newNmapRun(): NmapRun {
  return { ports: [], complete: false };
}

/** `# Nmap 7.93 scan initiated Sat Nov 22 00:20:11 2025 as: nmap -oN scan.txt host`, or `Starting Nmap 7.93 ( … ) at …`. */
export function noteMaking(run: NmapRun, text: string): void {
  const [, tool, version, parameters] =
    /^# ?(Nmap|Masscan) (\S+) scan initiated .*?(?: as: (.*))?$/.exec(text) ??
    /^Starting (Nmap) (\S+) /.exec(text) ??
    [];
  if (tool !== undefined && version !== undefined)
    Object.assign(run, { tool, version, ...(parameters && { parameters }) });
}

export function madeBy({ tool, version, parameters, started }: NmapRun) {
  return producedBy({ tool, version, parameters, ran: started });
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
