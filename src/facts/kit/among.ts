import type { Member, Population } from '../../model/population.ts';
import type { DeviceRole } from '../../model/records/index.ts';

/** Which members a share is taken of. */
export interface Among {
  readonly title: string;
  readonly one: string;
  readonly picks: (population: Population) => readonly Member[];
  /** Without a population: which of the devices that tools name belong, by the role that the tool tells. */
  readonly alone: (role: DeviceRole | undefined) => boolean;
  /** Members whose role nobody tells and that are therefore not in the denominator; said in a remark. */
  readonly leavesOutUnknownRoles: boolean;
}

const COMPUTERS: readonly DeviceRole[] = ['workstation', 'server', 'domain-controller'];

export const ALL_DEVICES = ofRoles('devices', 'device', [...COMPUTERS, 'mobile'], { unknownToo: true });
export const COMPUTERS_ONLY = ofRoles('workstations and servers', 'device', COMPUTERS, { unknownToo: true });
export const SERVERS = ofRoles('servers', 'server', ['server', 'domain-controller'], { unknownToo: false });
export const WORKSTATIONS = ofRoles('workstations', 'workstation', ['workstation'], { unknownToo: false });
export const DOMAIN_CONTROLLERS = ofRoles('domain controllers', 'domain controller', ['domain-controller'], {
  unknownToo: false,
});
export const PORTABLE_DEVICES = ofRoles('workstations and mobile devices', 'device', ['workstation', 'mobile'], {
  unknownToo: false,
});
export const MOBILE_DEVICES = ofRoles('mobile devices', 'mobile device', ['mobile'], { unknownToo: false });

/** What the inventory marks as critical; where it marks nothing, its servers. */
export const CRITICAL_SYSTEMS: Among = {
  title: 'critical systems',
  one: 'critical system',
  picks: (population) => {
    const marked = population.members.filter((member) => member.critical === true);
    return marked.length > 0 ? marked : SERVERS.picks(population);
  },
  alone: () => true,
  leavesOutUnknownRoles: false,
};

export const EVERYBODY: Among = {
  title: 'people',
  one: 'person',
  picks: (population) => population.members,
  alone: () => true,
  leavesOutUnknownRoles: false,
};

function ofRoles(
  title: string,
  one: string,
  roles: readonly DeviceRole[],
  { unknownToo }: { unknownToo: boolean },
): Among {
  const belongs = (role: DeviceRole | undefined) => (role === undefined ? unknownToo : roles.includes(role));
  return {
    title,
    one,
    picks: (population) => population.members.filter((member) => belongs(member.role)),
    alone: belongs,
    leavesOutUnknownRoles: !unknownToo,
  };
}
