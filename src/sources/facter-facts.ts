import { defineSource } from '../intake/contract.ts';
import { roleOf } from './kit/role.ts';

export default defineSource({
  product: 'Puppet Facter',
  title: 'Facts of one host (JSON)',
  kinds: ['asset'],
  obtain: 'facter --json > facter.json',
  proves: 'What one host is and which system it ran.',
  cannotProve: 'When that was (the file has no date), or other hosts.',
  reads: [
    {
      shape: 'json',
      items: '',
      required: ['facterversion', 'os.name', 'networking.hostname'],
      item: (facts, file) => {
        const fqdn = facts.text('networking.fqdn');
        const name = facts.text('networking.hostname') ?? fqdn ?? '';
        return {
          kind: 'asset',
          strength: 'C',
          observed: file.asStated,
          name,
          type: 'device',
          role: roleOf(facts.text('dmi.chassis.type'), facts.text('os.windows.product_name'), facts.text('os.name')),
          serial: facts.text('dmi.product.serial_number'),
          os: facts.text('os.distro.description') ?? facts.text('os.name'),
          osVersion: facts.text('os.release.full'),
          status: 'in-use',
          aliases: fqdn === undefined || fqdn === name ? [] : [fqdn],
        };
      },
    },
  ],
});
