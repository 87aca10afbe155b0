/** One requirement of a publisher's file: its own words, and every name under which it may be meant. */
export interface PublishedControl {
  readonly id: string;
  readonly title: string;
  readonly statement: string;
  readonly group: string;
  readonly names: readonly string[];
}

export interface PublishedGroup {
  readonly id: string;
  readonly title: string;
  readonly sectionTitle?: string;
}

/** What an OSCAL catalogue or a CPRT file says, in the publisher's order; what he withdrew is left out. */
export interface PublishedCatalogue {
  readonly title: string;
  readonly version: string;
  readonly groups: readonly PublishedGroup[];
  readonly controls: readonly PublishedControl[];
}

/** `AC-01`, `ac-1` and `AC 1` are one name: publishers pad and case the same identifier differently from file to file. */
export function nameKey(name: string): string {
  return (
    name
      .toLowerCase()
      .match(/[a-z]+|\d+/g)
      ?.map((part) => part.replace(/^0+(?=\d)/, ''))
      .join('-') ?? ''
  );
}
