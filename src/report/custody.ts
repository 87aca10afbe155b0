import { sha256 } from '../kernel/sha256.ts';
import type { ExhibitReport } from '../model/exhibit.ts';
import type { Findings } from '../model/findings.ts';
import type { CustodyEntry, CustodyEvent, ExhibitPlacement } from '../model/package.ts';
import type { TemplateSource } from './template/source.ts';
import { OWN_TEMPLATE } from './template/words.ts';

interface Said {
  readonly by?: string | null | undefined;
  readonly on?: string | null | undefined;
  readonly because?: string | null | undefined;
}

interface Making {
  readonly placements: readonly ExhibitPlacement[];
  readonly software: string;
  /** Templates that are not ours: whose words the documents are. */
  readonly templates: readonly TemplateSource[];
}

/**
 * What became of each exhibit, and who decided what, in the order in which it happens. Days are those that the engagement and the exhibits
 * state, never the clock's; what nobody states is null.
 */
export function custodyOf(shown: Findings, { placements, software, templates }: Making): readonly CustodyEntry[] {
  const { asOf, prepared } = shown.engagement;
  const preparer = prepared?.by || prepared?.organisation || null;
  return [
    ...placements.map(({ original, sha256: hash }) => entry('received', original, hash, { by: preparer, on: asOf })),
    ...shown.exhibits.flatMap((report) => readings(report, { by: software, on: asOf })),
    ...placements.flatMap(({ original, sha256: hash, withheld, omitted }) =>
      withheld ? [entry('withheld', original, hash, { by: preparer, on: asOf, because: omitted })] : [],
    ),
    ...placements.flatMap(handlings),
    ...decisions(shown),
    ...templates.map(({ file, text }) =>
      entry('decided', file, sha256(text), { by: preparer, on: asOf, because: OWN_TEMPLATE }),
    ),
  ];
}

/** What was taken out of it, with the hash of the copy; what stayed although it was found. */
function handlings({ original, sha256: hash, handled = [], redacted }: ExhibitPlacement): readonly CustodyEntry[] {
  return handled.flatMap(({ action, ...said }) => {
    if (action === 'withhold') return [];
    return action === 'except'
      ? [entry('decided', original, hash, said)]
      : [entry('redacted', original, redacted?.sha256 ?? hash, said)];
  });
}

/** What it was taken for, and by whose profile when no source of ours knew it. */
function readings(report: ExhibitReport, reader: Said): readonly CustodyEntry[] {
  const { path, sha256: hash, source, mapping, excluded, said } = report;
  if (excluded) return [entry('decided', path, hash, { because: excluded.because })];
  return [
    ...(source === null ? [] : [entry('recognised', path, hash, { ...reader, because: source })]),
    ...(mapping
      ? [entry('mapped', path, hash, { ...mapping, because: `${mapping.name}, version ${mapping.version}` })]
      : []),
    ...(said ? [entry('decided', path, hash, said)] : []),
  ];
}

/** What people decided in the engagement file, each with the hash of what they wrote there. */
function decisions({ engagement }: Findings): readonly CustodyEntry[] {
  const { applicability, addressable, riskAcceptances, attestations, inherited, claims, ownership } = engagement;
  return [
    ...applicability.map((each) =>
      of('decided', each.control ?? each.practice, each, { ...each, by: each.approvedBy }),
    ),
    ...addressable.map((each) =>
      of('decided', each.control, each, { by: each.approvedBy, on: each.decidedOn, because: each.because }),
    ),
    ...riskAcceptances.map((each) => of('decided', each.practice, each, each)),
    ...attestations.map((each) => of('decided', each.practice, each, { ...each, because: each.statement })),
    ...inherited.map((each) =>
      of('decided', each.practice, each, { by: each.provider, on: each.on, because: each.proof }),
    ),
    ...claims.map((each) => of('decided', each.control, each, { ...each, because: String(each.answer) })),
    ...claims.flatMap((each) => (each.override ? [of('overridden', each.control, each, each.override)] : [])),
    ...ownership.map((each) =>
      of('overridden', each.practice ?? each.control ?? each.domain, each, { on: each.from, because: each.because }),
    ),
  ];
}

function of(event: CustodyEvent, what: string | undefined, written: object, said: Said): CustodyEntry {
  return entry(event, what ?? 'engagement', sha256(JSON.stringify(written)), said);
}

function entry(event: CustodyEvent, what: string, hash: string, { by, on, because }: Said): CustodyEntry {
  return { event, what, sha256: hash, by: by || null, on: on ?? null, because: because || null };
}
