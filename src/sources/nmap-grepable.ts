import { defineSource, type FileContext, type TextLine } from '../intake/contract.ts';
import { exposures, madeBy, newNmapRun, noteMaking } from './kit/nmap.ts';
import { perFile } from './kit/per-file.ts';

const runs = perFile(newNmapRun);
/** masscan writes the second of each answer before the host. */
const HOST = /^(?:Timestamp: \d+\t)?Host: (\S+) \((.*?)\)\t(?:Status|Ports): /;
const PORT = /^(\d+)\/([^/]*)\/([^/]*)\/[^/]*\/([^/]*)\/(?:[^/]*\/([^/]*)\/)?/;

export default defineSource({
  product: 'Nmap',
  title: 'Nmap or masscan (grepable)',
  kinds: ['network-exposure'],
  obtain: 'nmap -Pn -p- -oG scan.gnmap TARGETS, run from outside the network; the XML form (-oX) tells more',
  proves:
    'Which ports of which hosts were open, closed or filtered from where the scan was run, when, and whether the run ended.',
  cannotProve: 'From where it was run; which ports were asked for, unless they are in the command line.',
  reads: [
    {
      shape: 'text',
      anchors: [/^# ?(Nmap|Masscan) \S+ scan initiated /, HOST],
      line: read,
      end: (file) => exposures(runs(file), file),
      produced: (file) => madeBy(runs(file)),
    },
  ],
});

function read({ text, place }: TextLine, file: FileContext): undefined {
  const run = runs(file);
  noteMaking(run, text);
  const started = /^# ?(?:Nmap|Masscan) \S+ scan initiated (.*?)(?: as: .*)?$/.exec(text)?.[1];
  if (started !== undefined) run.started = file.time(started);
  const ended = /^# (?:Nmap done at (.*?) -- |Masscan done at (.*)$)/
    .exec(text)
    ?.slice(1)
    .find((stamp) => stamp !== undefined);
  if (ended !== undefined) Object.assign(run, { ended: file.time(ended), complete: true });
  const [, address, name, ports, ignored, count] =
    /^(?:Timestamp: \d+\t)?Host: (\S+) \((.*?)\)\tPorts: ([^\t]*)(?:\tIgnored State: (\S+) \((\d+)\))?/.exec(text) ??
    [];
  if (address === undefined || ports === undefined) return;
  const at = place;
  const looked = name === undefined || name === '' ? { host: address, at } : { host: name, address, at };
  for (const part of ports.split(', ')) {
    const [, port, state = '', protocol = '', service, version] = PORT.exec(part) ?? [];
    if (port === undefined) continue;
    const named = [service, version].filter((word) => word !== undefined && word !== '').join(' ');
    run.ports.push({ ...looked, port: Number(port), protocol, state, service: named || undefined });
  }
  if (ignored !== undefined)
    run.ports.push({ ...looked, port: 0, protocol: 'tcp', state: ignored, together: Number(count) });
}
