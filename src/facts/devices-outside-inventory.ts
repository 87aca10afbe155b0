import { defineFact } from './define-fact.ts';
import { answerCount, counts } from './kit/count.ts';
import { unknown } from './kit/known.ts';
import { settle } from './kit/settle.ts';
import { subjectFold } from './kit/subjects.ts';

const KINDS = ['endpoint-protection', 'device-compliance'] as const;

export default defineFact({
  question: 'How many devices do the tools see that the inventory does not list?',
  from: KINDS,
  measures: 'count',
  means: 'Devices by name, alias and serial number. Every one is either missing from the inventory or not ours.',
  start: (scope) =>
    subjectFold<(typeof KINDS)[number]>(
      {
        subject: (record) => {
          if (record.kind === 'endpoint-protection' && record.duplicate === true) return undefined;
          const aliases = record.kind === 'endpoint-protection' ? (record.aliases ?? []) : [];
          return { name: record.device, more: [record.serial, ...aliases] };
        },
        judge: (record) => counts(record.device, { when: record.observed }),
      },
      'device',
      scope,
    ),
  answer: (devices, scope) => {
    if (!scope.devices.known) {
      return unknown('population-unknown', {
        wouldNeed: ['asset'],
        remarks: [`No inventory: ${scope.devices.basis}.`],
      });
    }
    const settled = settle(devices, scope.devices, {
      listed: 'supports',
      absent: { side: 'refutes', text: `: not in ${scope.devices.basis}` },
      zone: scope.zone,
    });
    return answerCount({ from: KINDS, unit: 'device', tone: 'bad' }, settled, scope);
  },
});
