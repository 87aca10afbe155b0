import type { Fields, FileContext, Placed } from '../../intake/contract.ts';
import type { Place } from '../../kernel/place.ts';
import type { Observed } from '../../model/observed.ts';
import { perFile } from './per-file.ts';

/** One update as Windows' own list of them (Win32_QuickFixEngineering) tells it, in whichever form it was printed. */
export interface Hotfix {
  readonly patch: string | undefined;
  readonly device: string | undefined;
  readonly description: string | undefined;
  readonly observed: Observed;
}

export function hotfixRecord({ patch, device, description, observed }: Hotfix, file: FileContext): Placed | undefined {
  // The line of hyphens under the header of a printed table is no row.
  if (patch === undefined || /^-+$/.test(patch)) return undefined;
  return {
    kind: 'patch-install',
    strength: 'R',
    observed,
    device: device ?? file.said.system,
    patch,
    title: description,
    severity: description === undefined ? undefined : /^Security Update$/i.test(description) ? 'security' : 'other',
    outcome: 'installed',
    verbatim: description ?? 'listed',
  };
}

const DEVICE = ['PSComputerName', 'CSName', 'Source', '__SERVER', 'Node'];

/** The device under whichever name this form of the list has it. */
export function deviceOf(row: Fields): string | undefined {
  return DEVICE.map((name) => row.text(name)).find((name) => name !== undefined);
}

interface Stanza {
  readonly place: Place;
  readonly values: Map<string, string>;
}
const stanzas = perFile<{ open?: Stanza }>(() => ({}));

/**
 * `HotFixID : KB1` or `HotFixID=KB1`, one property a line. A property that comes again begins the next update; blank lines do not
 * tell, since wmic puts one after every line.
 */
export function hotfixLine(line: { readonly text: string; readonly place: Place }, file: FileContext, order: Order) {
  const [, name, value = ''] = /^(\w+)\s*[:=]\s*(.*?)\s*$/.exec(line.text) ?? [];
  if (name === undefined) return undefined;
  const { open } = stanzas(file);
  const before = open?.values.has(name) === true ? hotfixEnd(file, order) : undefined;
  const current = stanzas(file).open ?? { place: line.place, values: new Map<string, string>() };
  stanzas(file).open = current;
  current.values.set(name, value);
  return before;
}

type Order = 'mdy' | 'infer';

export function hotfixEnd(file: FileContext, order: Order): Placed | undefined {
  const { open } = stanzas(file);
  delete stanzas(file).open;
  if (open === undefined) return undefined;
  const value = (name: string): string | undefined => open.values.get(name) || undefined;
  const record = hotfixRecord(
    {
      patch: value('HotFixID'),
      device: DEVICE.map(value).find((name) => name !== undefined),
      description: value('Description'),
      observed: installedOn(value('InstalledOn'), file, order),
    },
    file,
  );
  return record && { ...record, at: open.place };
}

/** A day without a clock, though PowerShell prints midnight beside it. */
export function installedOn(raw: string | undefined, file: FileContext, order: Order = 'infer'): Observed {
  const observed = file.time(raw?.replace(/[ T](12:00:00 AM|0?0:00:00)$/, ''), { order });
  return raw === undefined ? observed : { ...observed, raw };
}
