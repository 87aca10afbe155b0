import { defineSource, type Fields, type FileContext, type Placed } from '../intake/contract.ts';
import { UNDATED } from '../model/observed.ts';
import { perFile } from './kit/per-file.ts';
import { type DateLanguage, labelOf, labelsOf } from './kit/systeminfo-labels.ts';

interface Machine {
  host?: string;
  name?: string;
  version?: string;
  booted?: string;
  installed?: string;
  order?: DateLanguage;
  patches: string[];
  /** How many updates the list says that it has; a long list is cut off in the middle of a line. */
  stated?: number;
  counted?: number;
}
const machines = perFile<Machine>(() => ({ patches: [] }));

export default defineSource({
  product: 'Windows',
  title: 'systeminfo',
  kinds: ['patch-install', 'patch-summary', 'asset'],
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
        const patch = /^\s*\[\d+\]\s?:\s*(KB\d+)\b/.exec(text)?.[1];
        if (patch !== undefined) {
          machine.patches.push(patch);
          if (machine.counted !== undefined) machine.stated ??= machine.counted;
        }
        if (/^\s+\[\d*$/.test(text)) return { reject: 'the list of updates is cut off here' };
        const [, label, value] = /^([^\s:][^:]*?)\s?:\s+(\S.*?)\s*$/.exec(text) ?? [];
        if (label === undefined || value === undefined) return undefined;
        const count = /^\d+(?= )/.exec(value)?.[0];
        if (count !== undefined) machine.counted = Number(count);
        const known = labelOf(label);
        if (known === undefined) return undefined;
        Object.assign(machine, { [known.field]: value, order: known.order });
        return undefined;
      },
      end: (file) => report(machines(file), file),
    },
    {
      shape: 'table',
      required: [labelsOf('host'), labelsOf('name'), labelsOf('version'), labelsOf('installed')],
      row: (row, file) => report(fromRow(row), file),
    },
  ],
});

/** `/fo csv`: headers are the labels of the list, and the cell of the updates holds all of them. */
function fromRow(row: Fields): Machine {
  const machine: Machine = { patches: [] };
  for (const name of row.names()) {
    const value = row.text(name);
    const known = labelOf(name);
    if (value === undefined) continue;
    if (known !== undefined) Object.assign(machine, { [known.field]: value, order: known.order });
    else machine.patches.push(...[...value.matchAll(/\[\d+\]\s?: (KB\d+)/g)].flatMap(([, patch]) => patch ?? []));
  }
  return machine;
}

function report(machine: Machine, file: FileContext): readonly Placed[] {
  const { host, name, version, booted, order = 'infer', patches, stated } = machine;
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
      installed: stated ?? patches.length,
      osBuild: version,
      lastBoot: booted === undefined ? undefined : file.time(booted, { order }),
    },
    // Present, and no more: the day of the report is not that of an installation, and nothing here tells what is missing.
    ...patches.map((patch) => ({
      kind: 'patch-install' as const,
      ...common,
      observed: UNDATED,
      patch,
      outcome: 'installed' as const,
      verbatim: 'listed',
    })),
  ];
}
