import { defineSource } from '../intake/contract.ts';
import { cell } from './kit/columns.ts';
import { ifDated } from './kit/dated.ts';
import { roleOf } from './kit/role.ts';
import { firstDated } from './kit/times.ts';

export default defineSource({
  product: 'Ansible',
  title: 'Facts of one host (setup module)',
  kinds: ['asset'],
  obtain: 'ansible <host> -m setup > facts.txt; or the fact cache of a playbook run',
  proves: 'What one host is and which system it ran at a stated time.',
  cannotProve: 'Other hosts, or that anybody manages this one.',
  reads: [
    {
      shape: 'json',
      prefix: /^\s*\S+\s*\|\s*(SUCCESS|CHANGED)\s*=>\s*/,
      items: ['ansible_facts', ''],
      required: ['ansible_hostname', 'ansible_distribution', 'ansible_date_time'],
      item: (facts, file) => {
        const seen = facts.time('ansible_date_time.iso8601');
        const serial = cell(facts, ['ansible_product_serial', 'ansible_chassis_serial']);
        const fqdn = facts.text('ansible_fqdn');
        return {
          kind: 'asset',
          strength: 'C',
          observed: firstDated(seen, file.asStated),
          name: facts.text('ansible_hostname') ?? fqdn ?? '',
          type: 'device',
          role: roleOf(
            facts.text('ansible_form_factor'),
            facts.text('ansible_os_name'),
            facts.text('ansible_distribution'),
          ),
          // Ansible writes "NA" where the machine does not tell.
          serial: serial === 'NA' ? undefined : serial,
          os: facts.text('ansible_distribution'),
          osVersion: facts.text('ansible_distribution_version'),
          status: 'in-use',
          lastSeen: ifDated(seen),
          aliases: fqdn === undefined || fqdn.startsWith('localhost') ? [] : [fqdn],
        };
      },
    },
  ],
});
