import { defineSource } from '../intake/contract.ts';
import { cell, named } from './kit/columns.ts';
import { firstDated } from './kit/times.ts';

const GROUP = ['Devices', 'Device group', 'Group'];
const AUTOMATIC = ['Automatic', 'Automatic updates', 'Auto update'];
const CHECKED = ['Checked on', 'Date checked', 'Verified on'];

export default defineSource({
  product: 'Register',
  title: 'Update settings as seen by a person (CSV)',
  kinds: ['update-setting'],
  obtain: 'update-settings-register.csv, filled in by somebody who looked at each update policy',
  proves:
    'What a named person saw on a day: which devices are set to update by themselves, and which are only audited.',
  cannotProve: 'That any update was installed: a list of installed updates shows that.',
  reads: [
    {
      shape: 'table',
      required: [[...GROUP, 'Device'], AUTOMATIC, ['Audit only', 'Audit'], CHECKED, ['Checked by', 'Verified by']],
      row: (row, file) => {
        const device = row.text('Device');
        const names = [cell(row, GROUP), cell(row, ['Policy', 'Update policy', 'Ring'])].filter(
          (name) => name !== undefined,
        );
        const policy = names.length === 0 ? undefined : names.join(': ');
        if (device === undefined && policy === undefined) return { reject: 'neither devices nor a policy' };
        return {
          kind: 'update-setting',
          strength: 'A',
          observed: firstDated(row.time(named(row, CHECKED)), file.asStated),
          device,
          policy,
          automatic: row.flag(named(row, AUTOMATIC)),
          auditOnly: row.flag(named(row, ['Audit only', 'Audit'])),
          value: cell(row, ['Detail', 'Details']),
        };
      },
    },
  ],
});
