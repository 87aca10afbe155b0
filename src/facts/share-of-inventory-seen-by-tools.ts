import { ALL_DEVICES } from './kit/among.ts';
import { shareOfDevices } from './kit/share.ts';
import { refutes, supports } from './kit/subjects.ts';
import { ageDays, agoText } from './kit/time.ts';

const SEEN_WITHIN_DAYS = 30;

export default shareOfDevices({
  question: 'What share of the devices in the inventory do the tools see as well?',
  means:
    'Devices that an endpoint, management or patching tool saw within 30 days. It shows how well the inventory and the tools agree.',
  from: ['asset', 'endpoint-protection', 'device-compliance', 'patch-summary'],
  among: ALL_DEVICES,
  needsPopulation: true,
  rule: 'ever',
  across: 'any',
  silent: 'no tool names it',
  subject: (record) => {
    if (record.kind === 'asset' || record.device === undefined) return undefined;
    return { name: record.device, more: record.kind === 'patch-summary' ? [] : [record.serial] };
  },
  judge: (record, scope) => {
    if (record.kind === 'asset') return undefined;
    const seen =
      (record.kind === 'endpoint-protection' ? record.lastSeen : undefined) ??
      (record.kind === 'device-compliance' ? record.lastSync : undefined) ??
      record.observed;
    const age = ageDays(seen, scope);
    const text = `${record.device}: seen ${agoText(seen, scope)}`;
    // "Never" comes as a text without a date; a row that tells no day at all only says that the tool knows the device.
    const isSeen = age === undefined ? seen.raw === null : age <= SEEN_WITHIN_DAYS;
    return isSeen ? supports(text, { when: seen }) : refutes(text, { when: seen });
  },
});
