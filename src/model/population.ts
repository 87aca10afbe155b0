import type { Place } from '../kernel/place.ts';
import type { Basis } from './fact.ts';

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

/** Some of them by name, and how many there are in all. */
export interface Listing {
  readonly count: number;
  readonly listed: readonly Basis[];
}

/** What the exports of one sort say of the population: `members = matched + missing`, `named = matched + repeated + unmatched`. */
export interface PopulationColumn {
  readonly id: string;
  readonly title: string;
  /** Distinct names that the exports use. */
  readonly named: number;
  /** Members whom some name means. */
  readonly matched: number;
  readonly missing: Listing;
  /** Names that mean no member. */
  readonly unmatched: Listing;
  /** Further names of members who were met under another one already. */
  readonly repeated: Listing;
  /** Of the members matched, those last seen longer ago than `currentFor` days, or on no day that is told. */
  readonly stale: Listing;
  readonly currentFor: number;
}

/** One authoritative list held against all that the tools name: `rows = members + duplicates + excluded`. */
export interface PopulationReport {
  readonly of: 'people' | 'devices';
  readonly known: boolean;
  readonly basis: string;
  /** Rows of the list that are about people or devices at all. */
  readonly rows: number;
  readonly members: number;
  readonly duplicates: Listing;
  /** On the list and nobody to count: left, disabled, retired, spare. */
  readonly excluded: Listing;
  readonly columns: readonly PopulationColumn[];
  /** Of those who left, those with an account that is still enabled; null where no list tells who left. */
  readonly leaversEnabled: Listing | null;
}
