import type { RecordOf } from '../../model/record.ts';
import { defineFact, type FactDefinition, type Scope } from '../define-fact.ts';
import { answerCount, counts, isClear } from './count.ts';
import { unknown } from './known.ts';
import { hostKey } from './names.ts';
import { subjectFold } from './subjects.ts';

export type Exposure = RecordOf<'network-exposure'>;

/** Open ports as seen from outside. What an inner or unfinished run does not see proves nothing. */
export function openFromOutside(ask: {
  question: string;
  means: string;
  unit: string;
  tone: 'bad' | 'plain';
  ports: (exposure: Exposure) => boolean;
  /** A host counts once however many of its ports are open. */
  each: 'host' | 'port';
}): FactDefinition {
  return defineFact({
    question: ask.question,
    from: ['network-exposure'],
    measures: 'count',
    means: ask.means,
    start: (scope) => startPorts(ask, scope),
    answer: ({ ports, complete, inner }, scope) => {
      const isOpen = ports.entries.some(({ ballot }) => ballot.refutes || ballot.weaklyRefutes);
      if (!complete && !(ask.tone === 'bad' && isOpen)) return cannotSay(inner, ports.entries.length > 0);
      const remark = complete
        ? 'Ports that the scan did not list are taken as not open; it is bound to the addresses and ports that it tried.'
        : 'The run from outside did not end: there may be more.';
      const shape = { from: ['network-exposure'], unit: ask.unit, tone: ask.tone, remarks: () => [remark] } as const;
      return answerCount(shape, ports, scope);
    },
  });
}

function startPorts(ask: { ports: (exposure: Exposure) => boolean; each: 'host' | 'port' }, scope: Scope) {
  const ports = subjectFold<'network-exposure'>(
    {
      subject: ({ host, port, protocol }) =>
        ask.each === 'host'
          ? { name: hostKey(host), per: `${port}/${protocol}` }
          : { name: `${hostKey(host)} ${port}/${protocol}` },
      judge: (exposure) => {
        const name = `${exposure.host}: ${exposure.port}/${exposure.protocol} ${exposure.service ?? ''}`.trim();
        if (exposure.state !== 'open' || !ask.ports(exposure)) return isClear(`${name} ${exposure.state}`);
        return counts(`${name} open from outside`);
      },
    },
    'thing',
    scope,
  );
  let complete = false;
  let inner = 0;
  return {
    add(exposure: Exposure) {
      if (exposure.perspective !== 'external') {
        inner += 1;
        return;
      }
      if (exposure.complete) complete = true;
      ports.add(exposure);
    },
    result: () => ({ ports: ports.result(), complete, inner }),
  };
}

function cannotSay(inner: number, outer: boolean) {
  const remarks =
    inner > 0 ? ['Only seen from inside, or from where is not told: that proves nothing of the outside.'] : [];
  return unknown(outer ? 'incomplete-export' : 'no-evidence', { wouldNeed: ['network-exposure'], remarks });
}
