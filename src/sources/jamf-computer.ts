import { defineSource, type Fields } from '../intake/contract.ts';
import { ifDated } from './kit/dated.ts';
import { firstDated } from './kit/times.ts';

export default defineSource({
  product: 'Jamf Pro',
  title: 'Computer inventory (API JSON)',
  kinds: ['device-compliance'],
  obtain: 'GET /JSSResource/computers/id/{id} for each computer; or GET /api/v1/computers-inventory, all pages',
  proves: 'Which Macs are managed, whether FileVault encrypts every volume, and when each last reported.',
  cannotProve: 'Macs that were never enrolled, or that the recovery key is kept.',
  reads: [
    {
      shape: 'json',
      items: ['computer', 'computers'],
      required: ['general.name', 'general.serial_number', 'hardware'],
      item: (computer, file) => {
        const lastSync = firstDated(
          computer.time('general.last_contact_time_epoch', { epoch: 'milliseconds' }),
          computer.time('general.report_date_epoch', { epoch: 'milliseconds' }),
        );
        return {
          kind: 'device-compliance',
          strength: 'C',
          observed: firstDated(lastSync, file.asStated),
          device: computer.text('general.name') ?? '',
          serial: computer.text('general.serial_number'),
          owner: computer.text('location.email_address') ?? computer.text('location.username'),
          ownership: computer.flag('purchasing.is_purchased') === true ? 'company' : undefined,
          os: computer.text('hardware.os_name'),
          osVersion: computer.text('hardware.os_version'),
          encrypted: everyVolumeEncrypted(volumesOf(computer)),
          managed: computer.flag('general.remote_management.managed'),
          lastSync: ifDated(lastSync),
          role: 'workstation',
        };
      },
    },
    {
      shape: 'json',
      items: ['results', ''],
      required: ['general.name', 'hardware.serialNumber', ['operatingSystem', 'diskEncryption']],
      item: (computer, file) => {
        const lastSync = firstDated(computer.time('general.lastContactTime'), computer.time('general.reportDate'));
        const status = computer.text('operatingSystem.fileVault2Status');
        return {
          kind: 'device-compliance',
          strength: 'C',
          observed: firstDated(lastSync, file.asStated),
          device: computer.text('general.name') ?? '',
          serial: computer.text('hardware.serialNumber'),
          owner: computer.text('userAndLocation.email') ?? computer.text('userAndLocation.username'),
          os: computer.text('operatingSystem.name'),
          osVersion: computer.text('operatingSystem.version'),
          encrypted: status === undefined ? undefined : everyVolumeEncrypted([status]),
          managed: computer.flag('general.remoteManagement.managed'),
          lastSync: ifDated(lastSync),
          role: 'workstation',
        };
      },
    },
  ],
});

function volumesOf(computer: Fields): readonly string[] {
  return computer
    .children('hardware.storage')
    .flatMap((disk) => disk.children('partitions'))
    .flatMap((partition) => partition.text('filevault2_status') ?? partition.text('filevault_status') ?? []);
}

/** One open volume is enough to lose data; one that says nothing leaves it unknown. */
function everyVolumeEncrypted(statuses: readonly string[]): boolean | undefined {
  const words = statuses.map((status) => status.toLowerCase().replaceAll('_', ' '));
  if (
    words.some((word) =>
      /^(not encrypted|decrypted|decrypting|not enabled|boot partition not encrypted|unencrypted|some encrypted)$/.test(
        word,
      ),
    )
  )
    return false;
  const good = words.every((word) => /^(encrypted|all encrypted|boot encrypted|valid)$/.test(word));
  return words.length > 0 && good ? true : undefined;
}
