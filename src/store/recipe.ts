import type { RememberingPdfKey, Signing } from '../bundle/index.ts';
import { sha256 } from '../kernel/sha256.ts';
import { inScope } from '../model/catalog.ts';
import type { Content, Recipe, RecipeInput } from '../model/store.ts';
import type { EditionRequest, Materials } from '../pipeline.ts';

/** As much of a request as the bytes of its packages follow from, apart from the edition. */
export interface Asked extends Pick<EditionRequest, 'engagement' | 'catalog' | 'exhibits' | 'mappings' | 'ownerKey'> {
  readonly signing?: Signing | undefined;
  readonly pdfKey?: RememberingPdfKey | undefined;
  readonly materials: Pick<Materials, 'templates' | 'logo' | 'brandFonts' | 'software' | 'skipped'>;
}

/** A recipe with the files that it names, none of which is read before it is asked for. */
export interface Written {
  readonly recipe: Recipe;
  /** Of the recipe as it is stored: whoever asks for the same gets the same. */
  readonly key: string;
  readonly text: string;
  /** Of the rules that judge. */
  readonly catalogue: string;
  readonly contents: readonly { readonly sha256: string; readonly content: () => Content }[];
}

interface Ingredient {
  readonly input: RecipeInput;
  readonly content: () => Content;
}

/**
 * What has to be kept so that the same package can be made again: the request as it was settled (brand files, shared mappings, the last
 * package and a portfolio's words are in it already), and the exhibits. What a version of proofpack ships is known by the version; templates and
 * rules are kept all the same, since they can be the client's own.
 */
export function writeRecipe({
  engagement,
  catalog,
  exhibits,
  mappings = [],
  materials,
  ownerKey,
  signing,
  pdfKey,
}: Asked): Written {
  const { documents, partials, own } = materials.templates;
  const rules = ingredient('catalogue', 'catalogue.json', json(inScope(catalog, engagement)));
  const ingredients: readonly Ingredient[] = [
    ingredient('engagement', 'engagement.json', json(engagement)),
    rules,
    ingredient('templates', 'templates.json', json({ documents, partials, own: own ?? [] })),
    ...logoIn(materials.logo),
    ...Object.entries(materials.brandFonts ?? {}).map(([name, bytes]) => ingredient('font', name, bytes)),
    ...mappings.map(({ name, text }) => ingredient('mapping', `${name}.yaml`, Buffer.from(text))),
    ...exhibits.map(({ id, path, size, open }) => ({
      input: { role: 'exhibit' as const, path, sha256: id, size },
      content: () => open(),
    })),
  ];
  const recipe: Recipe = {
    schema: 'proofpack.recipe/1',
    software: materials.software,
    inputs: ingredients.map(({ input }) => input),
    skipped: materials.skipped.map(({ path, reason }) => ({ path, reason })),
    ownerKey: ownerKey === undefined ? null : ownerKeyHash(ownerKey),
    signing: signing
      ? {
          publicKey: Buffer.from(signing.key.publicKey).toString('hex'),
          comment: signing.key.comment,
          stamped: signing.stamped,
        }
      : null,
    ...(pdfKey ? { pdfSigner: pdfKey.certificate.fingerprint256 } : {}),
  };
  const text = JSON.stringify(recipe);
  return {
    recipe,
    key: sha256(text),
    text,
    catalogue: rules.input.sha256,
    contents: ingredients.map(({ input, content }) => ({ sha256: input.sha256, content })),
  };
}

/** The owner's key by a hash that tells nothing of it: it is 32 bytes of chance. */
export function ownerKeyHash(key: Uint8Array): string {
  return sha256(Buffer.concat([Buffer.from('proofpack owner key\n'), key]));
}

function logoIn(logo: Materials['logo']): readonly Ingredient[] {
  if (logo === undefined) return [];
  return 'bytes' in logo
    ? [ingredient('logo', `logo.${logo.format}`, logo.bytes)]
    : [ingredient('logo', 'logo.json', json(logo))];
}

function ingredient(role: RecipeInput['role'], path: string, content: Uint8Array): Ingredient {
  return { input: { role, path, sha256: sha256(content), size: content.length }, content: () => content };
}

function json(value: unknown): Uint8Array {
  return Buffer.from(JSON.stringify(value));
}
