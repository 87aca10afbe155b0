import type { Place } from '../kernel/place.ts';

/** The authoritative list that shares are taken of: people who work here, devices that exist. */
export interface Population {
  readonly known: boolean;
  /** `hr/active-staff.csv`, or why there is none. */
  readonly basis: string;
  readonly members: readonly Member[];
  /** The member that a name, address, serial or alias means, if any. */
  find(name: string, ...more: readonly (string | undefined)[]): Member | undefined;
}

export interface Member {
  /** Normalised: lower-case host name without domain, lower-case e-mail address. */
  readonly key: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly place: Place;
  readonly role?: 'workstation' | 'server' | 'domain-controller' | 'mobile' | 'network' | 'other';
  readonly critical?: boolean;
  readonly os?: string;
  /** As the list of people tells it, for duties that fall to one department. */
  readonly department?: string;
}
