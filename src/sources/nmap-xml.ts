import { defineSource, type Fields, type FileContext } from '../intake/contract.ts';
import { exposures, newNmapRun, type Port } from './kit/nmap.ts';
import { perFile } from './kit/per-file.ts';
import { producedBy } from './kit/produced.ts';

const runs = perFile(newNmapRun);
/** By protocol, which ports the run asked for. */
const asked = perFile(() => new Map<string, string>());

export default defineSource({
  product: 'Nmap',
  title: 'Nmap or masscan (XML)',
  kinds: ['network-exposure'],
  obtain: 'nmap -Pn -p- -oX scan.xml TARGETS, run from outside the network',
  proves:
    'Which ports of which hosts were open, closed or filtered from where the scan was run, when, and whether the run ended.',
  cannotProve:
    'From where it was run, which a person says (perspective: external). Ports that were not asked for; what other places can reach.',
  reads: [
    {
      shape: 'xml',
      root: 'nmaprun',
      elements: ['scaninfo', 'host', 'finished'],
      element: (element, file, name) => {
        const run = runs(file);
        if (name === 'scaninfo') asked(file).set(element.text('@protocol') ?? '', element.text('@services') ?? '');
        else if (name === 'host') run.ports.push(...portsOf(element, asked(file)));
        else {
          run.ended = element.time('@time', { epoch: 'seconds' });
          run.complete = (element.text('@exit') ?? 'success') === 'success';
        }
        return undefined;
      },
      end: (file) => {
        const run = runs(file);
        run.started = file.document.time('@start', { epoch: 'seconds' });
        return exposures(run, file);
      },
      produced: (file) => produced(file),
    },
  ],
});

function portsOf(element: Fields, wanted: ReadonlyMap<string, string>): readonly Port[] {
  const name = element.text('hostnames/hostname/@name');
  const addr = element.text('address/@addr');
  const host = name ?? addr ?? '?';
  const address = name === undefined ? undefined : addr;
  const named = element.children('ports/port').map((port) => ({
    host,
    address,
    port: port.integer('@portid') ?? 0,
    protocol: port.text('@protocol') ?? '',
    state: port.text('state/@state') ?? '',
    service:
      [port.text('service/@name'), port.text('service/@product')].filter((word) => word !== undefined).join(' ') ||
      undefined,
    at: port.place,
  }));
  const extras = element.children('ports/extraports');
  // Older versions do not list the ports that they only count; of a single such group, they are the rest of those that were asked for.
  const rest = extras.length === 1 && wanted.size === 1 ? [...wanted.values()][0] : undefined;
  const counted = extras.map((extra) => ({
    host,
    address,
    port: 0,
    protocol: extra.text('extrareasons/@proto') ?? '',
    state: extra.text('@state') ?? '',
    together: extra.integer('@count'),
    ranges: extra.text('extrareasons/@ports') ?? rest,
    at: extra.place,
  }));
  return [...named, ...counted];
}

function produced(file: FileContext) {
  const [version, parameters] = [file.document.text('@version'), file.document.text('@args')];
  // masscan writes the same form and names itself.
  const tool = file.document.text('@scanner') === 'masscan' ? 'masscan' : 'Nmap';
  return producedBy({ tool, version, parameters, ran: runs(file).started });
}
