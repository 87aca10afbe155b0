import { defineSource, type FileContext, type TextLine } from '../intake/contract.ts';
import { exposures, madeBy, newNmapRun, noteMaking } from './kit/nmap.ts';
import { perFile } from './kit/per-file.ts';

const state = perFile(() => ({ run: newNmapRun(), host: '', address: '' }));

export default defineSource({
  product: 'Nmap',
  title: 'Nmap (normal output)',
  kinds: ['network-exposure'],
  obtain: 'nmap -Pn -p- -oN scan.txt TARGETS, run from outside the network; the XML form (-oX) tells more',
  proves:
    'Which ports of which hosts were open, closed or filtered from where the scan was run, and whether the run ended.',
  cannotProve: 'From where it was run; which ports were asked for, as those in the commonest state are only counted.',
  reads: [
    {
      shape: 'text',
      anchors: [/^(Starting Nmap \S+ |# Nmap \S+ scan initiated )/, /^Nmap scan report for /],
      line: read,
      end: (file) => exposures(state(file).run, file),
      produced: (file) => madeBy(state(file).run),
    },
  ],
});

function read({ text, place }: TextLine, file: FileContext): undefined {
  const now = state(file);
  const { run } = now;
  noteMaking(run, text);
  const started =
    /^Starting Nmap \S+ \( .* \) at (.*)$/.exec(text)?.[1] ?? /^# Nmap \S+ scan initiated (.*?) as: /.exec(text)?.[1];
  if (started !== undefined) run.started = file.time(started);
  if (/^(# )?Nmap done( at|:)/.test(text)) {
    run.complete = true;
    const ended = /^# Nmap done at (.*?) -- /.exec(text)?.[1];
    if (ended !== undefined) run.ended = file.time(ended);
  }
  const [, host, address] = /^Nmap scan report for (\S+)(?: \((\S+)\))?/.exec(text) ?? [];
  if (host !== undefined) Object.assign(now, { host, address: address ?? host });
  const [, port, protocol, portState, service] = /^(\d+)\/(tcp|udp|sctp)\s+(\S+)\s*(.*?)\s*$/.exec(text) ?? [];
  if (port !== undefined && protocol !== undefined && portState !== undefined)
    run.ports.push({
      host: now.host,
      address: now.address === now.host ? undefined : now.address,
      port: Number(port),
      protocol,
      state: portState,
      service: service || undefined,
      at: place,
    });
  for (const [, count, counted, kind] of text.startsWith('Not shown:')
    ? text.matchAll(/(\d+) (open\|filtered|\w+) (tcp|udp|sctp)? ?ports?/g)
    : [])
    run.ports.push({
      host: now.host,
      address: now.address === now.host ? undefined : now.address,
      port: 0,
      protocol: kind ?? '',
      state: counted ?? '',
      together: Number(count),
      at: place,
    });
}
