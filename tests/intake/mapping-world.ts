import { withMappings } from '../../src/intake/index.ts';
import { type Mapping, MappingProfile } from '../../src/model/mapping.ts';
import { mappingText } from '../../src/model/mapping-text.ts';

/** What an invented RMM portal exports: a preamble, German dates and words, semicolons, and a row of totals. */
export const RMM_CSV = `Patchbericht;;;;;
Mandant: Praxis Nordsee;;;;;
Erstellt am 14.10.2026 08:00;;;;;

Gerät;KB-Artikel;Titel;Schweregrad;Status;Installiert am
NS-PC01;KB5066791;2026-09 Kumulatives Update;Kritisch;Erfolgreich;16.09.2026 03:12
NS-PC02;KB5066791;2026-09 Kumulatives Update;Kritisch;Fehlgeschlagen;17.09.2026 03:40
NS-PC02;KB5066792;2026-09 .NET Update;Wichtig;Erfolgreich;17.09.2026 03:55
NS-SRV1;KB890830;Tool;Niedrig;Neustart nötig;18.09.2026 22:15
Summe;4;;;;
`;

/** A profile of an export with three columns, with whatever is worth telling apart. */
export function profile(more: Partial<Record<keyof MappingProfile, unknown>> = {}): MappingProfile {
  return MappingProfile.parse({
    mapping: 1,
    version: 1,
    title: 'Acme patches',
    product: 'Acme RMM',
    by: 'Marta Ruiz',
    on: '2026-10-14',
    because: 'Read beside the portal',
    kind: 'patch-install',
    strength: 'R',
    reads: { shape: 'table' },
    header: ['Machine', 'Update', 'State', 'When'],
    columns: { device: 'Machine', patch: 'Update', outcome: 'State', observed: 'When' },
    words: { outcome: { Done: 'installed', Broken: 'failed' } },
    ...more,
  });
}

export function mapping(name: string, more: Parameters<typeof profile>[0] = {}): Mapping {
  const made = profile(more);
  return { name, profile: made, text: mappingText(made) };
}

export const only = (...mappings: readonly Mapping[]) => withMappings({}, mappings);
