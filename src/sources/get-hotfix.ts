import { defineSource, type Fields, type FileContext, type Yield } from '../intake/contract.ts';
import { deviceOf, hotfixEnd, hotfixLine, hotfixRecord, installedOn } from './kit/hotfix.ts';

export default defineSource({
  product: 'Windows PowerShell',
  title: 'Get-HotFix',
  kinds: ['patch-install'],
  obtain:
    'Get-HotFix | Select-Object PSComputerName,Description,HotFixID,InstalledBy,InstalledOn | Export-Csv -NoTypeInformation hotfix.csv',
  proves: 'Which Windows updates are on a device and on which day each was installed.',
  cannotProve:
    'When they were released, or what is missing. It lists operating system updates only, no other programs, and on systems that are not set to US dates the day is often blank. Some forms do not name the device.',
  reads: [
    { shape: 'table', required: ['HotFixID', 'InstalledOn'], forbidden: ['Node'], row: hotfix },
    // Also what "wmic qfe get HotFixID,InstalledOn" prints: the same columns of the same list.
    {
      shape: 'table',
      layout: 'fixed-width',
      required: ['HotFixID', 'InstalledOn'],
      forbidden: ['FixComments', 'Node'],
      row: hotfix,
    },
    // ConvertTo-Json
    { shape: 'json', items: '', required: ['HotFixID', 'InstalledOn'], item: hotfix },
    // Format-List
    {
      shape: 'text',
      anchors: [/^HotFixID\s*: \S/, /^InstalledOn\s*:/],
      line: (line, file) => hotfixLine(line, file, 'infer'),
      end: (file) => hotfixEnd(file, 'infer'),
    },
  ],
});

function hotfix(row: Fields, file: FileContext): Yield {
  return hotfixRecord(
    {
      patch: row.text('HotFixID'),
      device: deviceOf(row),
      description: row.text('Description'),
      observed: installedOn(row.text('InstalledOn'), file),
    },
    file,
  );
}
