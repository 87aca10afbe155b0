import { defineSource, type Fields, type FileContext, type Placed } from '../intake/contract.ts';
import type { Observed } from '../model/observed.ts';
import { ifDated } from './kit/dated.ts';
import { roleOf } from './kit/role.ts';
import { firstDated } from './kit/times.ts';

export default defineSource({
  product: 'GLPI Agent, FusionInventory',
  title: 'Inventory of one computer or network device (JSON or XML)',
  kinds: ['asset'],
  obtain:
    'glpi-agent --local=. --json; fusioninventory-agent --local=. (XML); or GLPI > Administration > Inventory > the JSON of a computer',
  proves: 'What one computer is, and which software was installed on it when the agent ran.',
  cannotProve: 'Other computers, or (in older agents) when it ran.',
  reads: [
    {
      shape: 'json',
      items: '',
      required: ['deviceid', 'content.versionclient', 'content.hardware'],
      item: read,
    },
    {
      shape: 'json',
      items: '',
      required: ['deviceid', 'itemtype', 'content.network_device'],
      item: readNetworkDevice,
    },
    {
      shape: 'xml',
      root: 'REQUEST',
      required: ['CONTENT', 'HARDWARE', 'VERSIONCLIENT'],
      elements: ['CONTENT'],
      element: readContent,
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

/** A switch, printer or phone that the agent asked over the network. */
function readNetworkDevice(inventory: Fields, file: FileContext): Placed {
  return {
    kind: 'asset',
    strength: 'C',
    observed: file.asStated,
    name: inventory.text('content.network_device.name') ?? inventory.text('deviceid') ?? '',
    type: 'device',
    serial: inventory.text('content.network_device.serial'),
    osVersion: inventory.text('content.network_device.firmware'),
    status: 'in-use',
  };
}

/** The form that the older agents and OCS write: the same tree in capitals. */
function readContent(content: Fields, file: FileContext): readonly Placed[] {
  const seen = content.time('ACCESSLOG/LOGDATE');
  const observed = firstDated(seen, file.asStated);
  const os = content.text('OPERATINGSYSTEM/FULL_NAME') ?? content.text('HARDWARE/OSNAME');
  const name = content.text('HARDWARE/NAME') ?? '';
  const computer: Placed = {
    kind: 'asset',
    strength: 'C',
    observed,
    name,
    assetTag: content.text('BIOS/ASSETTAG'),
    type: 'device',
    role: roleOf(os, content.text('HARDWARE/CHASSIS_TYPE')),
    serial: content.text('BIOS/SSN'),
    os,
    osVersion: content.text('OPERATINGSYSTEM/VERSION') ?? content.text('HARDWARE/OSVERSION'),
    status: 'in-use',
    lastSeen: ifDated(seen),
  };
  const programs = content
    .children('SOFTWARES')
    .map((program) => softwareAsset(program, ['NAME', 'VERSION'], observed, name));
  return [computer, ...programs.flat()];
}

function softwareOf(inventory: Fields, observed: Observed, location: string): readonly Placed[] {
  return inventory
    .children('content.softwares')
    .flatMap((software) => softwareAsset(software, ['name', 'version'], observed, location));
}

function softwareAsset(
  software: Fields,
  [nameKey, versionKey]: readonly [string, string],
  observed: Observed,
  location: string,
): readonly Placed[] {
  const name = software.text(nameKey);
  if (name === undefined) return [];
  const osVersion = software.text(versionKey);
  const at = software.place;
  return [
    { kind: 'asset', strength: 'C', observed, name, type: 'software', osVersion, location, status: 'in-use', at },
  ];
}
