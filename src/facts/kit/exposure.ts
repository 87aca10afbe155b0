import { counted } from '../../kernel/text.ts';
import type { Basis } from '../../model/fact.ts';
import type { RecordOf } from '../../model/record.ts';
import { defineFact, type FactDefinition, type Scope } from '../define-fact.ts';
import { answerCount, counts, isClear } from './count.ts';
import { unknown } from './known.ts';
import { hostKey } from './names.ts';
import { type Judgement, type Named, subjectFold } from './subjects.ts';

export type Exposure = RecordOf<'network-exposure'>;

/** Every port that there is; a scanner that only counts what it does not list has tried them all when it counts nearly as many. */
const NEARLY_ALL_PORTS = 65_000;

export interface OpenPorts {
  readonly question: string;
  readonly means: string;
  readonly unit: string;
  readonly tone: 'bad' | 'plain';
  /** The ports that are asked about; nothing for all of them. */
  readonly ports?: ReadonlySet<number>;
  /** A host counts once however many of its ports are open. */
  readonly each: 'host' | 'port';
}

/** Open ports as seen from outside. What an inner or unfinished run does not see, or what a run did not try, proves nothing. */
export function openFromOutside(ask: OpenPorts): FactDefinition {
  return defineFact({
    question: ask.question,
    from: ['network-exposure'],
    measures: 'count',
    means: ask.means,
    start: (scope) => startPorts(ask, scope),
    answer: ({ ports, complete, inner, tried, hosts }, scope) => {
      const isOpen = ports.entries.some(({ ballot }) => ballot.refutes || ballot.weaklyRefutes);
      if (!complete && !(ask.tone === 'bad' && isOpen)) return cannotSay(inner, ports.entries.length > 0);
      if (!isOpen && tried.size === 0) return notTried(ports.entries.flatMap(({ ballot }) => Object.values(ballot)));
      const remarks = [
        complete
          ? 'Bound to the addresses and ports that the scan tried.'
          : 'The run from outside did not end: there may be more.',
        ...(tried.size === hosts.size || !complete
          ? []
          : [`Whether these ports were tried is told for ${tried.size} of ${counted(hosts.size, 'host')}.`]),
      ];
      const shape = { from: ['network-exposure'], unit: ask.unit, tone: ask.tone, remarks: () => remarks } as const;
      return answerCount(shape, ports, scope);
    },
  });
}

function startPorts(ask: OpenPorts, scope: Scope) {
  const ports = subjectFold<'network-exposure'>(
    { subject: (exposure) => portOf(exposure, ask), judge: (exposure) => judgePort(exposure, ask) },
    'thing',
    scope,
  );
  const hosts = new Set<string>();
  const tried = new Set<string>();
  let complete = false;
  let inner = 0;
  return {
    add(exposure: Exposure) {
      if (exposure.perspective !== 'external') {
        inner += 1;
        return;
      }
      if (exposure.complete) {
        complete = true;
        hosts.add(hostKey(exposure.host));
        if (wasTried(exposure, ask)) tried.add(hostKey(exposure.host));
      }
      ports.add(exposure);
    },
    result: () => ({ ports: ports.result(), complete, inner, tried, hosts }),
  };
}

/** Port 0 is no port: such a row counts many of one state together, and stands for those that are asked about when it names them. */
function portOf(exposure: Exposure, ask: OpenPorts): Named | undefined {
  const { host, port, protocol, state } = exposure;
  if (port === 0 && !wasTried(exposure, ask)) return undefined;
  const what = port === 0 ? `${state} together` : `${port}/${protocol}`;
  return ask.each === 'host' ? { name: hostKey(host), per: what } : { name: `${hostKey(host)} ${what}` };
}

function judgePort(exposure: Exposure, ask: OpenPorts): Judgement {
  const { host, port, protocol, service, state, together } = exposure;
  const what = port === 0 ? counted(together ?? 0, 'port') : `${port}/${protocol} ${service ?? ''}`;
  const name = `${host}: ${what}`.trim();
  if (state !== 'open' || !isAskedFor(port, ask)) return isClear(`${name} ${state}`);
  // How many of those that are counted together are the ones that are asked about is not told: at least one.
  return counts(`${name} open from outside`);
}

function isAskedFor(port: number, { ports }: OpenPorts): boolean {
  return port === 0 || ports === undefined || ports.has(port);
}

function wasTried({ port, together, ranges }: Exposure, ask: OpenPorts): boolean {
  if (port !== 0) return isAskedFor(port, ask);
  if (ask.ports === undefined || (together ?? 0) >= NEARLY_ALL_PORTS) return true;
  return [...ask.ports].some((asked) => isWithin(asked, ranges ?? ''));
}

/** `1,3-4,3389` holds 3389. */
function isWithin(port: number, ranges: string): boolean {
  return ranges.split(',').some((range) => {
    const [from, to = from] = range.trim().split('-').map(Number);
    return from !== undefined && to !== undefined && from <= port && port <= to;
  });
}

function notTried(basis: readonly Basis[]) {
  const remarks = ['No complete run from outside tells that it tried these ports.'];
  return unknown('not-measured-by-source', { wouldNeed: ['network-exposure'], remarks, basis });
}

function cannotSay(inner: number, outer: boolean) {
  const remarks =
    inner > 0 ? ['Only seen from inside, or from where is not told: that proves nothing of the outside.'] : [];
  return unknown(outer ? 'incomplete-export' : 'no-evidence', { wouldNeed: ['network-exposure'], remarks });
}
