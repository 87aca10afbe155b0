import { outermost } from '../../kernel/place.ts';
import type { ExhibitReport } from '../../model/exhibit.ts';
import { property, type Scope } from './scope.ts';
import type { Resource } from './shape/metadata.ts';
import { hrefOf, markup } from './text.ts';
import { OSCAL_WORDS } from './words.ts';

/** An exhibit as OSCAL knows it. */
export interface ExhibitResource {
  readonly resource: Resource;
  /** Where the file itself lies, seen from `data/machine/`; undefined where the edition keeps it back. */
  readonly href: string | undefined;
}

/** By path, in the order of the findings. */
export type ExhibitResources = ReadonlyMap<string, ExhibitResource>;

export function exhibitResources(scope: Scope): ExhibitResources {
  const seen = new Map<string, number>();
  return new Map(
    scope.findings.exhibits.map((report) => {
      // One file can be there twice; its number and hash alone would be one name for two.
      const name = `${scope.lens.exhibitNumber(report.path)} ${report.sha256}`;
      const times = (seen.get(name) ?? 0) + 1;
      seen.set(name, times);
      return [report.path, resourceOf(report, scope.once('exhibit', name, String(times)), scope)];
    }),
  );
}

function resourceOf(report: ExhibitReport, uuid: string, { lens }: Scope): ExhibitResource {
  const { path, sha256, status, source, excluded, records } = report;
  const number = lens.exhibitNumber(path);
  const placement = lens.placement(path);
  const packaged = placement?.packaged ?? null;
  const href = packaged === null ? undefined : hrefOf(packaged);
  const inside = path !== outermost(path);
  const resource: Resource = {
    uuid,
    title: markup(`${number}: ${path}`),
    description: inside ? markup(OSCAL_WORDS.evidenceInside(number)) : undefined,
    props: [
      ...property('exhibit', number),
      ...property('sha-256', sha256),
      ...property('status', excluded === null ? status : 'excluded'),
      ...property('source', source),
      ...property('records', records),
    ],
    rlinks:
      href === undefined || placement === undefined
        ? undefined
        : [{ href, hashes: [{ algorithm: 'SHA-256', value: placement.sha256 }] }],
    remarks: href === undefined ? OSCAL_WORDS.withheld : undefined,
  };
  return { resource, href };
}
