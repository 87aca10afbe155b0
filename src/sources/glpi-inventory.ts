import { defineSource, type Fields, type FileContext, type Placed } from '../intake/contract.ts';
import type { Observed } from '../model/observed.ts';
import { ifDated } from './kit/dated.ts';
import { roleOf } from './kit/role.ts';
import { firstDated } from './kit/times.ts';

export default defineSource({
  product: 'GLPI Agent, FusionInventory',
  title: 'Inventory of one computer (JSON)',
  kinds: ['asset'],
  obtain: 'glpi-agent --local=. --json; or GLPI > Administration > Inventory > the JSON of a computer',
  proves: 'What one computer is, and which software was installed on it when the agent ran.',
  cannotProve: 'Other computers, or (in older agents) when it ran.',
  reads: [
    {
      shape: 'json',
      items: '',
      required: ['deviceid', 'content.versionclient', 'content.hardware'],
      item: read,
    },
  ],
});

function read(inventory: Fields, file: FileContext): readonly Placed[] {
  const seen = inventory.time('content.accesslog.logdate');
  const observed = firstDated(seen, file.asStated);
  const os = inventory.text('content.operatingsystem.full_name') ?? inventory.text('content.operatingsystem.name');
  const chassis = inventory.text('content.hardware.chassis_type');
  const name = inventory.text('content.hardware.name') ?? inventory.text('deviceid') ?? '';
  const computer: Placed = {
    kind: 'asset',
    strength: 'C',
    observed,
    name,
    assetTag: inventory.text('content.bios.assettag'),
    type: 'device',
    role: roleOf(os, chassis),
    serial: inventory.text('content.bios.ssn'),
    os,
    osVersion: inventory.text('content.operatingsystem.version'),
    status: 'in-use',
    lastSeen: ifDated(seen),
  };
  return [computer, ...softwareOf(inventory, observed, name)];
}

function softwareOf(inventory: Fields, observed: Observed, location: string): readonly Placed[] {
  return inventory.children('content.softwares').flatMap((software): Placed[] => {
    const name = software.text('name');
    if (name === undefined) return [];
    const osVersion = software.text('version');
    const at = software.place;
    return [
      { kind: 'asset', strength: 'C', observed, name, type: 'software', osVersion, location, status: 'in-use', at },
    ];
  });
}
