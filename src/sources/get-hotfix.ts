import { defineSource, type Fields, type FileContext, type Yield } from '../intake/contract.ts';
import type { Observed } from '../model/observed.ts';

const DEVICE = ['PSComputerName', 'Source', 'CSName', '__SERVER'] as const;

export default defineSource({
  product: 'Windows PowerShell',
  title: 'Get-HotFix',
  kinds: ['patch-install'],
  obtain:
    'Get-HotFix | Select-Object PSComputerName,Description,HotFixID,InstalledBy,InstalledOn | Export-Csv -NoTypeInformation hotfix.csv',
  proves: 'Which Windows updates are on a device and on which day each was installed.',
  cannotProve:
    'When they were released, or what is missing. It lists operating system updates only, no other programs, and on systems that are not set to US dates the day is often blank.',
  reads: [
    {
      shape: 'table',
      required: ['HotFixID', 'InstalledOn', DEVICE],
      forbidden: ['Node'],
      row: hotfix,
    },
    {
      shape: 'table',
      layout: 'fixed-width',
      required: ['Source', 'Description', 'HotFixID', 'InstalledOn'],
      forbidden: ['FixComments', 'Node'],
      row: hotfix,
    },
  ],
});

function hotfix(row: Fields, file: FileContext): Yield {
  const patch = row.text('HotFixID');
  // The line of hyphens under the header of a printed table is no row.
  if (patch === undefined || /^-+$/.test(patch)) return undefined;
  const device = DEVICE.map((name) => row.text(name)).find((name) => name !== undefined);
  const description = row.text('Description');
  return {
    kind: 'patch-install',
    strength: 'R',
    observed: installedOn(row.text('InstalledOn'), file),
    device: device ?? file.said.system,
    patch,
    title: description,
    severity: description === undefined ? undefined : /^Security Update$/i.test(description) ? 'security' : 'other',
    outcome: 'installed',
    verbatim: description ?? 'listed',
  };
}

/** A day without a clock, though PowerShell prints midnight beside it. */
function installedOn(raw: string | undefined, file: FileContext): Observed {
  const observed = file.time(raw?.replace(/ (12:00:00 AM|0?0:00:00)$/, ''));
  return raw === undefined ? observed : { ...observed, raw };
}
