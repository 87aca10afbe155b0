import { defineSource, type Fields, type FileContext, type Placed } from '../intake/contract.ts';
import { perFile } from './kit/per-file.ts';
import { type DateLanguage, labelOf } from './kit/systeminfo-labels.ts';

interface Machine {
  host?: string;
  name?: string;
  version?: string;
  booted?: string;
  installed?: string;
  order?: DateLanguage;
  patches: string[];
}
const machines = perFile<Machine>(() => ({ patches: [] }));

export default defineSource({
  product: 'Windows',
  title: 'systeminfo',
  kinds: ['patch-state', 'patch-summary', 'asset'],
  obtain: 'systeminfo > systeminfo.txt   (or systeminfo /fo csv)',
  proves: 'Build of the operating system, time of the last start, and which updates are present on a device.',
  cannotProve:
    'When an update was installed or what is missing: the list has no dates. The report itself carries no date.',
  reads: [
    {
      shape: 'text',
      anchors: [/^\s+\[01\]\s?:/, /^[^\s:][^:]*:\s+\d+\.\d+\.\d+ /],
      line: ({ text }, file) => {
        const machine = machines(file);
        const patch = /^\s*\[\d+\]\s?:\s*(KB\d+)\s*$/.exec(text)?.[1];
        if (patch !== undefined) machine.patches.push(patch);
        const [, label, value] = /^([^\s:][^:]*?)\s?:\s+(\S.*?)\s*$/.exec(text) ?? [];
        if (label === undefined || value === undefined) return undefined;
        const known = labelOf(label);
        if (known === undefined) return undefined;
        Object.assign(machine, { [known.field]: value, order: known.order });
        return undefined;
      },
      end: (file) => report(machines(file), file),
    },
    {
      shape: 'table',
      required: ['Host Name', 'OS Name', 'OS Version', 'System Boot Time', 'Hotfix(s)'],
      row: (row, file) => report(fromRow(row), file),
    },
  ],
});

function fromRow(row: Fields): Machine {
  return {
    ...(row.has('Host Name') && { host: row.text('Host Name') ?? '' }),
    ...(row.has('OS Name') && { name: row.text('OS Name') ?? '' }),
    ...(row.has('OS Version') && { version: row.text('OS Version') ?? '' }),
    ...(row.has('Original Install Date') && { installed: row.text('Original Install Date') ?? '' }),
    ...(row.has('System Boot Time') && { booted: row.text('System Boot Time') ?? '' }),
    patches: [...(row.text('Hotfix(s)') ?? '').matchAll(/KB\d+/g)].map(([patch]) => patch),
  };
}

function report(machine: Machine, file: FileContext): readonly Placed[] {
  const { host, name, version, booted, order = 'infer', patches } = machine;
  // Not used itself: where English is spoken, it may be the one date of the file that tells days from months.
  file.time(machine.installed, { order });
  const device = host ?? file.said.system;
  const common = { strength: 'R', observed: file.asStated, device } as const;
  const asset: readonly Placed[] =
    device === undefined
      ? []
      : [
          {
            kind: 'asset',
            strength: 'R',
            observed: file.asStated,
            name: device,
            type: 'device',
            role: name === undefined ? undefined : /server/i.test(name) ? 'server' : 'workstation',
            os: name,
            osVersion: version,
            status: 'in-use',
          },
        ];
  return [
    ...asset,
    {
      kind: 'patch-summary',
      ...common,
      operation: 'unknown',
      installed: patches.length,
      osBuild: version,
      lastBoot: booted === undefined ? undefined : file.time(booted, { order }),
    },
    ...patches.map((patch) => ({
      kind: 'patch-state' as const,
      ...common,
      patch,
      state: 'installed' as const,
      verbatim: 'listed',
    })),
  ];
}
