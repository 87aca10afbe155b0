import { z } from 'zod';
import { CatalogueCopy, type PdfKey, PROOF_FILES, pack, type Signed, signedBefore } from '../bundle/index.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import { sha256 } from '../kernel/sha256.ts';
import { readYaml } from '../kernel/yaml.ts';
import type { Catalog } from '../model/catalog.ts';
import { Engagement } from '../model/engagement.ts';
import type { Exhibit } from '../model/exhibit.ts';
import { type Mapping, MappingProfile } from '../model/mapping.ts';
import type { FontBytes } from '../model/page.ts';
import { PDF_SIGNATURES, Recipe, type RecipeInput, type StandingBuild, type Store } from '../model/store.ts';
import { assessEngagement, type EditionRequest, type Materials, planEdition } from '../pipeline.ts';
import { ownerKeyHash } from './recipe.ts';
import { storedJson } from './stored-json.ts';

/** What a version ships, and so is not stored with each build. */
export type Ground = Pick<Materials, 'fonts' | 'howToVerify' | 'verifyPage' | 'software'> & {
  readonly shippedTemplates: NonNullable<Materials['shippedTemplates']>;
};

export interface RebuildRequest {
  readonly store: Store;
  readonly build: StandingBuild;
  readonly ground: Ground;
  /** As it lies beside the engagement now. */
  readonly ownerKey: Uint8Array | undefined;
  readonly onStep?: (what: string) => void;
}

/** A package made before, once more from what is stored: the very same bytes, or an error that says why not. */
export async function rebuild({ store, build, ground, ownerKey, onStep }: RebuildRequest): Promise<Uint8Array> {
  const { name, sha256: wanted } = build.package;
  if (build.software !== ground.software) {
    throw failure(diagnostic('rebuild-other-version', { name, made: build.software, now: ground.software }));
  }
  const recipe = storedJson(Recipe, await store.get(build.key), `the recipe of ${name}`);
  if (recipe.ownerKey !== null && (!ownerKey || ownerKeyHash(ownerKey) !== recipe.ownerKey)) {
    throw failure(diagnostic('rebuild-other-key', { name, there: ownerKey !== undefined }));
  }
  const pdfKey = await pdfSignedAs(store, recipe, build);
  const key = recipe.ownerKey === null ? undefined : ownerKey;
  const request = await requestOf(store, recipe, ground);
  onStep?.('Reading the exhibits');
  const findings = await assessEngagement(request);
  const signing = await signedAs(store, recipe, build);
  const edition = { ...request, findings, edition: build.edition, ownerKey: key, signing, pdfKey };
  const { value: plan } = await planEdition(edition, (file) => onStep?.(file));
  const bytes = await pack(plan);
  const got = sha256(bytes);
  if (got !== wanted) throw failure(diagnostic('rebuild-differs', { name, wanted, got }), { exit: 3 });
  return bytes;
}

type Stored = Pick<EditionRequest, 'engagement' | 'catalog' | 'exhibits' | 'materials'> & {
  readonly mappings: readonly Mapping[];
};

async function requestOf(store: Store, recipe: Recipe, ground: Ground): Promise<Stored> {
  const of = (role: RecipeInput['role']) => recipe.inputs.filter((input) => input.role === role);
  const only = async (role: RecipeInput['role']) => jsonIn(store, of(role)[0]?.sha256 ?? '');
  return {
    engagement: AsStored.engagement.parse(await only('engagement')),
    catalog: AsStored.catalog.parse(await only('catalogue')),
    exhibits: of('exhibit').map((input) => exhibitOf(store, input)),
    mappings: await Promise.all(of('mapping').map((input) => mappingOf(store, input))),
    materials: {
      ...ground,
      fonts: { ...ground.fonts, ...(await fontsOf(store, of('font'))) },
      templates: Templates.parse(await only('templates')),
      logo: await logoOf(store, of('logo')[0]),
      skipped: recipe.skipped,
    },
  };
}

/** Checked, and then taken as they stand: a schema gives keys back in its own order, and a package holds them in the order that they had. */
const AsStored = {
  engagement: z.custom<Engagement>((value) => Engagement.safeParse(value).success),
  catalog: z.custom<Catalog>((value) => RulesAlone.safeParse(value).success),
};
const RulesAlone = CatalogueCopy.omit({ schema: true });

const Texts = z.record(z.string(), z.string());
const Templates = z.strictObject({ documents: Texts, partials: Texts, own: z.array(z.string()) });

function exhibitOf(store: Store, { path, sha256: id, size }: RecipeInput): Exhibit {
  return { id, path, size, open: () => store.open(id) };
}

async function mappingOf(store: Store, { path, sha256: hash }: RecipeInput): Promise<Mapping> {
  const text = Buffer.from(await store.get(hash)).toString('utf8');
  const { value: profile } = readYaml(text, path, MappingProfile);
  if (!profile) throw new Error(`${path} was a profile when it was stored`);
  return { name: path.replace(/\.yaml$/, ''), profile, text };
}

/** A brand's, in the place of ours or beside them. */
async function fontsOf(store: Store, inputs: readonly RecipeInput[]): Promise<Partial<FontBytes>> {
  const read = await Promise.all(inputs.map(async ({ path, sha256: hash }) => [path, await store.get(hash)] as const));
  return Object.fromEntries(read);
}

async function logoOf(store: Store, input: RecipeInput | undefined): Promise<Materials['logo']> {
  if (!input) return undefined;
  const bytes = await store.get(input.sha256);
  if (input.path === 'logo.json') return Drawing.parse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  return { bytes, format: input.path === 'logo.png' ? 'png' : 'jpeg' };
}

/** Drawn by us from the client's picture, and known by its hash to be what we drew. */
const Drawing = z.custom<Exclude<Materials['logo'], undefined | { readonly bytes: Uint8Array }>>(
  (value) => z.looseObject({ format: z.literal('svg') }).safeParse(value).success,
);

/** Undefined where nobody signed the PDFs. */
async function pdfSignedAs(store: Store, { pdfSigner }: Recipe, build: StandingBuild): Promise<PdfKey | undefined> {
  if (pdfSigner === undefined) return undefined;
  const kept = build.proofs.find(({ path }) => path === PDF_SIGNATURES);
  if (!kept) throw failure(diagnostic('rebuild-pdf-signed', { name: build.package.name }));
  return signedBefore(await store.get(kept.sha256));
}

async function signedAs(store: Store, { signing }: Recipe, { proofs }: StandingBuild): Promise<Signed | undefined> {
  if (!signing) return undefined;
  const beside = proofs.filter(({ path }) => PROOF_FILES.includes(path));
  return {
    key: { publicKey: Buffer.from(signing.publicKey, 'hex') },
    stamped: signing.stamped,
    proofs: await Promise.all(beside.map(async ({ path, sha256: hash }) => ({ path, content: await store.get(hash) }))),
  };
}

async function jsonIn(store: Store, hash: string): Promise<unknown> {
  return JSON.parse(Buffer.from(await store.get(hash)).toString('utf8'));
}
