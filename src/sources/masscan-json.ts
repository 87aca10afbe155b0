import { defineSource, type Fields, type FileContext } from '../intake/contract.ts';
import type { Observed } from '../model/observed.ts';
import { exposures, newNmapRun } from './kit/nmap.ts';
import { perFile } from './kit/per-file.ts';
import { earlier, later } from './kit/times.ts';

const runs = perFile(newNmapRun);

export default defineSource({
  product: 'masscan',
  title: 'masscan (JSON)',
  kinds: ['network-exposure'],
  obtain:
    'masscan -p0-65535 --rate 1000 -oJ scan.json TARGETS, run from outside the network; the XML form (-oX) tells more',
  proves: 'Which ports of which hosts answered, from where the scan was run, and when.',
  cannotProve:
    'That the run ended: this form does not say so, and what is missing from it proves nothing. From where it was run, and which ports were asked for.',
  reads: [
    {
      shape: 'json',
      items: '',
      required: ['ip', 'timestamp', 'ports.port', 'ports.proto', 'ports.status'],
      item: remember,
      end: (file) => exposures(runs(file), file),
    },
  ],
});

function remember(answer: Fields, file: FileContext): undefined {
  const run = runs(file);
  const when: Observed = answer.time('timestamp', { epoch: 'seconds' });
  run.started = earlier(run.started, when);
  run.ended = later(run.ended, when);
  run.ports.push(
    ...answer.children('ports').map((port) => ({
      host: answer.text('ip') ?? '?',
      port: port.integer('port') ?? 0,
      protocol: port.text('proto') ?? '',
      state: port.text('status') ?? '',
      service: port.text('service.name'),
      at: port.place,
    })),
  );
}
