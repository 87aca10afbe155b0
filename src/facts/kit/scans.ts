import { counted } from '../../kernel/text.ts';
import type { RecordOf } from '../../model/record.ts';
import { type Judgement, refutes, supports } from './subjects.ts';

export type Scan = RecordOf<'vulnerability-scan'>;

const PRIVATE_ADDRESS = /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|127\.|169\.254\.|f[cd][0-9a-f]{2}:|fe80:)/i;

/** From inside the network: told so, seen by an agent, or aimed at addresses that cannot be reached from outside. */
export function isInternal(scan: Scan): boolean {
  if (scan.perspective !== 'unknown') return scan.perspective === 'internal' || scan.perspective === 'agent';
  return (scan.targets ?? []).some((target) => PRIVATE_ADDRESS.test(target.trim()));
}

/** A run that ended and reached a host; what it could not log in to is said, because such a scan is no clean one. */
export function judgeScan(scan: Scan): Judgement {
  const text = scanText(scan);
  if (scan.finished === false) return refutes(`${text} did not finish`);
  if (scan.hostsScanned === 0) return refutes(`${text} reached nothing`);
  const unsure = scan.finished === undefined ? ', not told whether it finished' : '';
  const blind = scan.hostsAuthenticated === 0 ? ', without logging in to any host' : '';
  return supports(`${text}${unsure}${blind}`);
}

export function scanText(scan: Scan): string {
  const what = scan.service === 'penetration-test' ? 'penetration test' : 'scan';
  const hosts = scan.hostsScanned === undefined ? '' : ` of ${counted(scan.hostsScanned, 'host')}`;
  return `${scan.scanner} ${scan.perspective === 'unknown' ? '' : `${scan.perspective} `}${what}${hosts}`;
}

export function isPenetrationTest(scan: Scan): boolean {
  return scan.service === 'penetration-test';
}
