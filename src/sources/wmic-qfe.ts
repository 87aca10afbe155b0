import { defineSource, type Fields, type FileContext, type Yield } from '../intake/contract.ts';

export default defineSource({
  product: 'Windows Management Instrumentation',
  title: 'wmic qfe list',
  kinds: ['patch-install'],
  obtain: 'wmic qfe list > qfe.txt   (or wmic qfe list /format:csv)',
  proves: 'Which Windows updates are on a device and on which day each was installed.',
  cannotProve:
    'When they were released, or what is missing. It lists operating system updates only; the table does not always name the device.',
  reads: [
    {
      shape: 'table',
      layout: 'fixed-width',
      required: ['HotFixID', 'InstalledOn', 'FixComments', 'ServicePackInEffect'],
      forbidden: ['Source', 'PSComputerName'],
      row: hotfix,
    },
    { shape: 'table', required: ['Node', 'HotFixID', 'InstalledOn', 'FixComments'], row: hotfix },
  ],
});

function hotfix(row: Fields, file: FileContext): Yield {
  const patch = row.text('HotFixID');
  if (patch === undefined) return undefined;
  const description = row.text('Description');
  return {
    kind: 'patch-install',
    strength: 'R',
    // WMI keeps this text in US order, whatever the language of the system.
    observed: row.time('InstalledOn', { order: 'mdy' }),
    device: row.text('CSName') ?? row.text('Node') ?? file.said.system,
    patch,
    title: description,
    severity: description === undefined ? undefined : /^Security Update$/i.test(description) ? 'security' : 'other',
    outcome: 'installed',
    verbatim: description ?? 'listed',
  };
}
