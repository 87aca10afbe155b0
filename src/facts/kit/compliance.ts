import type { RecordOf } from '../../model/record.ts';
import type { Scope } from '../define-fact.ts';
import { type Judgement, type Named, refutes, supports, undecided } from './subjects.ts';
import { ageDays, agoText, isLater } from './time.ts';

export type Compliance = RecordOf<'device-compliance'>;

/** A device that has not reported for longer than this may have changed since. */
export const SYNCED_WITHIN_DAYS = 30;

export function deviceOf(device: Compliance): Named {
  return { name: device.device, more: [device.serial], role: device.role };
}

/** What a management tool says of a device, as long as the device still reports. */
export function judgeDevice(
  device: Compliance,
  ask: { is: boolean | undefined; yes: string; no: string },
  scope: Scope,
): Judgement {
  const synced = device.lastSync ?? device.observed;
  const more = { when: synced, eligible: device.ownership !== 'personal' };
  const age = ageDays(synced, scope);
  if (ask.is === undefined) return undecided(`${device.device}: the export does not tell`, more);
  if (!ask.is) return refutes(`${device.device}: ${ask.no}`, more);
  if (age !== undefined && age > SYNCED_WITHIN_DAYS && !isLater(synced, scope)) {
    return refutes(`${device.device}: last reported ${agoText(synced, scope)}`, more);
  }
  if (age === undefined && device.lastSync?.raw) {
    return refutes(`${device.device}: last reported "${device.lastSync.raw}"`, more);
  }
  return supports(`${device.device}: ${ask.yes}`, more);
}
