import { defineSource, type Fields, type FileContext, type Placed } from '../intake/contract.ts';
import { counted, runOf } from './kit/checks.ts';
import { firstDated } from './kit/times.ts';

const OUTCOMES = { yes: 'passed', no: 'failed', unknown: 'unknown' } as const;

export default defineSource({
  product: 'CrowdStrike Falcon',
  title: 'Zero trust assessments (API JSON)',
  kinds: ['configuration-assessment', 'configuration-check'],
  obtain: 'GET https://<cloud>.crowdstrike.com/zero-trust-assessment/entities/assessments/v1?ids=<device ids>',
  proves: 'Which settings of the system and of the sensor each device met when it was last assessed.',
  cannotProve: 'Signals marked unknown; the names of the devices: the file has their sensor ids only.',
  reads: [
    {
      shape: 'json',
      items: ['resources', ''],
      required: ['aid', 'assessment.overall', 'assessment_items'],
      item: readDevice,
    },
  ],
});

function readDevice(device: Fields, file: FileContext): readonly Placed[] {
  const target = device.text('aid') ?? '';
  const observed = firstDated(device.time('modified_time'), file.asStated);
  const checks = ['os_signals', 'sensor_signals']
    .flatMap((group) => device.children(`assessment_items.${group}`))
    .map((signal) => {
      const check = counted(
        file,
        {
          kind: 'configuration-check',
          strength: 'R',
          observed,
          tool: 'CrowdStrike Falcon',
          rule: signal.text('signal_id') ?? '',
          title: signal.text('criteria') ?? signal.text('signal_name'),
          target,
          outcome: signal.word('meets_criteria', OUTCOMES) ?? 'unknown',
          verbatim: signal.text('meets_criteria') ?? '',
        },
        { run: target },
      );
      return { ...check, at: signal.place };
    });
  const run = runOf(
    file,
    {
      tool: 'CrowdStrike Falcon',
      benchmark: 'Zero trust assessment',
      target,
      observed,
      score: device.number('assessment.overall'),
      scoreMaximum: 100,
      complete: undefined,
    },
    target,
  );
  return run === undefined ? checks : [run, ...checks];
}
