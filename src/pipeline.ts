import { assess } from './assessment/index.ts';
import { startingBudgets } from './budget.ts';
import type { PdfKey, Proving, Replay } from './bundle/index.ts';
import { readExcerpts } from './excerpts.ts';
import type { FactDefinition } from './facts/define-fact.ts';
import * as FACTS from './facts/index.ts';
import { type MeasuringScope, startMeasuring } from './facts/kit/measuring.ts';
import { readEvidence, withMappings } from './intake/index.ts';
import { diagnostic } from './kernel/diagnostic.ts';
import { inTurn } from './kernel/in-turn.ts';
import { type Noted, noted } from './kernel/noted.ts';
import { type Catalog, inScope, withoutTexts } from './model/catalog.ts';
import type { Deck } from './model/deck.ts';
import type { Edition, Engagement } from './model/engagement.ts';
import { type Exhibit, incompleteAmong } from './model/exhibit.ts';
import type { NamedFact } from './model/fact.ts';
import type { Findings } from './model/findings.ts';
import type { Mapping } from './model/mapping.ts';
import type { Materials } from './model/materials.ts';
import type { Ownership, OwnershipIssue } from './model/ownership.ts';
import type { PackagePlan } from './model/package.ts';
import type { EvidenceRecord } from './model/record.ts';
import type { Sightings } from './model/sighting.ts';
import type { Topic } from './model/topic.ts';
import { obtainableFrom } from './obtainable.ts';
import {
  assignOwners,
  lintDisputes,
  lintNamedOwners,
  lintPeople,
  startWitness,
  type Witness,
} from './ownership/index.ts';
import { findingsJson } from './report/json.ts';
import * as SOURCES from './sources/index.ts';

export type { Materials } from './model/materials.ts';

/** What is asked: one engagement, the catalogue that judges it, the files that were handed over. */
export interface Request {
  readonly engagement: Engagement;
  readonly catalog: Catalog;
  readonly exhibits: readonly Exhibit[];
  /** Profiles by which exports are read that no source knows. */
  readonly mappings?: readonly Mapping[];
  /** For whoever wants the records too: begun anew when the reading begins anew. */
  readonly listen?: () => (record: EvidenceRecord) => void;
}

/** The first half of the machine: exhibits in, findings out. */
export async function assessEngagement(request: Request): Promise<Findings> {
  const { engagement, catalog, exhibits, mappings = [], listen } = request;
  const { practices, frameworks, models } = inScope(catalog, engagement);
  const start = () => ({
    measuring: startMeasuring(FACTS, measuringScope(engagement)),
    witness: startWitness({ engagement, practices, topicOf }),
    listener: listen?.(),
  });
  let seeing = start();
  const onStartAgain = () => {
    seeing = start();
  };
  const sources = withMappings(SOURCES, mappings);
  const reading = { engagement, sources, startGuard: startingBudgets(), onStartAgain };
  const evidence = await readEvidence(exhibits, reading, (record) => {
    seeing.measuring.see(record);
    seeing.witness.see(record);
    seeing.listener?.(record);
  });
  const { facts, populations } = seeing.measuring.finish(incompleteAmong(evidence.reports));
  const assigned = assignOwners({ engagement, models, practices, frameworks });
  const disputes = lintDisputes(assigned, { engagement, practices, facts, exhibits: evidence.reports });
  const ownership = ownersWith(seeing.witness.finish(), assigned, disputes);
  const read = { engagement, practices, frameworks, facts, ownership, exhibits: evidence.reports };
  const judged = assess({ ...read, obtainable: obtainableFrom(SOURCES, read.exhibits) });
  return { ...read, ...judged, populations, notes: [...evidence.notes, ...judged.notes] };
}

/** The matrix with what the exhibits say of its people and owners. */
function ownersWith(
  { people, named }: ReturnType<Witness['finish']>,
  ownership: Ownership,
  disputes: readonly OwnershipIssue[],
): Ownership {
  const seen = [...lintPeople(ownership, people), ...lintNamedOwners(ownership, named), ...disputes];
  const issues = [...ownership.issues, ...seen];
  return { ...ownership, issues };
}

function topicOf(fact: string): Topic | undefined {
  const facts: Readonly<Record<string, FactDefinition>> = FACTS;
  return facts[fact]?.topic;
}

export interface EditionRequest extends Request {
  readonly findings: Findings;
  readonly edition: Edition;
  readonly materials: Materials;
  /** Who signs, and whether somebody else will witness the time. */
  readonly signing?: Proving | undefined;
  /** Signs each PDF by itself, beside whatever signs the package. */
  readonly pdfKey?: PdfKey | undefined;
  /** What stands in the exhibits that must not leave; searched for here where nobody did before. */
  readonly sightings?: Sightings | undefined;
  /** 32 bytes that stay with the owner: pseudonyms and commitments are made with them. */
  readonly ownerKey?: Uint8Array | undefined;
  /** Makes slides of the same findings, where somebody asks for them. */
  readonly makeDeck?: ((deck: Deck) => Promise<Uint8Array>) | undefined;
}

/** The second half: findings in, every file of an edition's package out, with what its reader cannot see. `pack` makes the bytes. */
export async function planEdition(
  request: EditionRequest,
  onStep: (file: string) => void = () => undefined,
): Promise<Noted<PackagePlan>> {
  // Loaded here: who only inspects or assesses waits for none of them.
  const [
    { assuranceOf, packageParts, placeExhibits, planPackage, provePlan, roomFor, signPdf },
    { compose, EDITION_TRAITS, wantedExcerpts },
    { renderPdf },
    { renderWorkbook },
    { proveNothingLeaves, searchExhibits, settleExhibits, toldOfUnkept, wordsToWithhold },
    { ownWordsOf, withOwnWords },
    { pseudonym },
  ] = await Promise.all([
    import('./bundle/index.ts'),
    import('./report/index.ts'),
    import('./pdf/index.ts'),
    import('./workbook/index.ts'),
    import('./leaks.ts'),
    import('./own-words.ts'),
    import('./redaction/index.ts'),
  ]);
  const { findings, edition, engagement, exhibits, signing, pdfKey, ownerKey: key } = request;
  const { logo, ...materials } = request.materials;
  const catalog = inScope(request.catalog, engagement);
  const searched = request.sightings ?? (await searchExhibits(exhibits, { key }));
  const sightings = withOwnWords(searched, engagement);
  const placed = placeExhibits(findings.exhibits, edition);
  const { named, sanitises } = EDITION_TRAITS[edition];
  const settled = await settleExhibits({ engagement, exhibits, placements: placed, sightings, key, sanitises });
  const { placements, copies } = settled;
  const sources = withMappings(SOURCES, request.mappings ?? []);
  const leaving = { engagement, exhibits, sources, startGuard: startingBudgets() };
  const excerpts = named ? await readExcerpts({ ...leaving, placements, copies }, wantedExcerpts(findings)) : [];
  const ours = request.materials.shippedTemplates ?? materials.templates;
  const ownWords = ownWordsOf(catalog, ours);
  const words = wordsToWithhold({ engagement, findings, named, sightings, key, ownWords });
  const withheld = key === undefined ? { words } : { words, alias: (subject: string) => pseudonym(key, subject) };
  const assurance = assuranceOf(signing, pdfKey);
  const options = {
    ...materials,
    edition,
    placements,
    withheld,
    excerpts,
    sources,
    assurance: assurance.says,
    domains: catalog.domains,
  };
  const { files, mark, custody, notes, deck, ...composed } = compose(
    findings,
    logo === undefined ? options : { ...options, logo },
  );
  const documents = await inTurn(composed.documents, async (document) => {
    onStep(`${document.fileName}.pdf`);
    const signatureRoom = pdfKey && { at: pdfKey.at, bytes: roomFor(pdfKey) };
    const rendered = await renderPdf(document, { fonts: materials.fonts, mark, signatureRoom });
    const bytes = pdfKey ? signPdf(rendered.bytes, pdfKey) : rendered.bytes;
    return { fileName: document.fileName, ...rendered, bytes };
  });
  const workbooks = await inTurn(composed.workbooks, async (workbook) => ({
    fileName: workbook.fileName,
    bytes: await renderWorkbook(workbook),
  }));
  const made = {
    engagement,
    edition,
    assurance,
    catalog,
    exhibits,
    mappings: request.mappings ?? [],
    reports: findings.exhibits,
    placements,
    documents,
    workbooks,
    files,
    custody,
    copies,
  };
  const undrawn = documents.flatMap(({ fileName: document, undrawn: characters }) =>
    characters.length === 0 ? [] : [diagnostic('characters-undrawn', { document, characters })],
  );
  const parts = await packageParts({ ...materials, ...made });
  const slides = request.makeDeck && (await request.makeDeck(deck()));
  const beside = slides === undefined ? {} : { beside: [{ ending: '.pptx', content: slides }] };
  const plan = { ...planPackage(parts), settled: placements, ...beside };
  proveNothingLeaves({ plan, edition, engagement, words, sightings, exhibitsLeave: named });
  const told = [...settled.notes, ...toldOfUnkept(sightings, edition), ...notes, ...undrawn];
  return noted(provePlan(plan, parts, signing), told);
}

/** Both halves and the bytes: one edition's package, ready to be saved or sent. */
export async function buildPackage(
  request: EditionRequest,
): Promise<Noted<{ readonly plan: PackagePlan; readonly bytes: Uint8Array }>> {
  const { pack } = await import('./bundle/index.ts');
  const { value: plan, notes } = await planEdition(request);
  return noted({ plan, bytes: await pack(plan) }, notes);
}

/** Records into facts, for whoever has records of their own. */
export function measure(records: Iterable<EvidenceRecord>, engagement: Engagement): readonly NamedFact[] {
  const measuring = startMeasuring(FACTS, measuringScope(engagement));
  for (const record of records) measuring.see(record);
  return measuring.finish().facts;
}

/** The verdicts of a package once more, from what is inside it; `ours` tells whether its rules are those of this catalogue. */
export function replayWith(ours: Catalog): Replay {
  return async (request) => ({
    findings: findingsJson(await assessEngagement(request)),
    // A publisher's sentences are printed and judge nothing: they make no other rules.
    ourRules: JSON.stringify(withoutTexts(request.catalog)) === JSON.stringify(inScope(ours, request.engagement)),
  });
}

function measuringScope({ asOf, period, client, thresholds, populations }: Engagement): MeasuringScope {
  const { domains: clientDomains, publicAddresses } = client.identifiers;
  return { asOf, period, zone: client.timeZone, thresholds, clientDomains, publicAddresses, populations };
}
