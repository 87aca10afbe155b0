import { browserCheck } from '../bundle/index.ts';
import { readBrandFonts, readFonts, readLogo, readTemplates, readVersion, type TemplateTexts } from '../disk/index.ts';
import { type Sha256, sha256 } from '../kernel/sha256.ts';
import type { Materials } from '../pipeline.ts';
import { checkTemplates } from '../report/index.ts';
import type { Assessed } from './assess-folder.ts';

/** What the documents of one client are made with. What is shipped is read once, and its templates compiled once, however many clients follow. */
export async function materialsOf({ folder, engagement, skipped }: Assessed): Promise<Materials> {
  shipped ??= readShipped();
  const { made, fonts, software } = await shipped;
  const theirs = await readTemplates(folder);
  const using = theirs.own.length === 0 ? made : lent(theirs);
  checkTemplates(using.templates);
  const brandFonts = await readBrandFonts(folder, engagement.brand.fonts, fonts);
  const logo = await readLogo(folder, engagement);
  return { ...using, fonts: { ...fonts, ...brandFonts }, brandFonts, logo, software, skipped };
}

let shipped: ReturnType<typeof readShipped> | undefined;

async function readShipped() {
  return {
    // One object for all of them: whoever compiles templates knows them again by it.
    made: prepared(await readTemplates()),
    fonts: await readFonts(),
    software: `proofpack ${await readVersion()}`,
  };
}

let last: { readonly key: Sha256; readonly made: ReturnType<typeof prepared> } | undefined;

/** A portfolio lends the same templates to one client after the other: those of the last one are kept. */
function lent(theirs: TemplateTexts): ReturnType<typeof prepared> {
  const key = sha256(JSON.stringify([theirs.documents, theirs.partials, theirs.own]));
  if (last?.key !== key) last = { key, made: prepared(theirs) };
  return last.made;
}

function prepared({ howToVerify, verifyPage, shipped: shippedTemplates, ...templates }: TemplateTexts) {
  return { templates, shippedTemplates, howToVerify, verifyPage: browserCheck(verifyPage) };
}
