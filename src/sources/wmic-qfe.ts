import { defineSource, type Fields, type FileContext, type Yield } from '../intake/contract.ts';
import { hotfixEnd, hotfixLine, hotfixRecord } from './kit/hotfix.ts';

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
    { shape: 'table', required: ['Node', 'HotFixID', 'InstalledOn'], row: hotfix },
    // /format:list
    {
      shape: 'text',
      anchors: [/^HotFixID=\S/, /^InstalledOn=/],
      line: (line, file) => hotfixLine(line, file, 'mdy'),
      end: (file) => hotfixEnd(file, 'mdy'),
    },
  ],
});

function hotfix(row: Fields, file: FileContext): Yield {
  return hotfixRecord(
    {
      patch: row.text('HotFixID'),
      device: row.text('CSName') ?? row.text('Node'),
      description: row.text('Description'),
      // WMI keeps this text in US order, whatever the language of the system.
      observed: row.time('InstalledOn', { order: 'mdy' }),
    },
    file,
  );
}
