import { browserCheck } from '../bundle/index.ts';
import { readBrandFonts, readFonts, readLogo, readTemplates, readVersion, type TemplateTexts } from '../disk/index.ts';
import type { Materials } from '../pipeline.ts';
import { checkTemplates } from '../report/index.ts';
import type { Assessed } from './assess-folder.ts';

/** What the documents of one client are made with. What is shipped is read once, and its templates compiled once, however many clients follow. */
export async function materialsOf({ folder, engagement, skipped }: Assessed): Promise<Materials> {
  shipped ??= readShipped();
  const { made, fonts, software } = await shipped;
  const theirs = await readTemplates(folder);
  const using = theirs.own.length === 0 ? made : prepared(theirs);
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

function prepared({ howToVerify, verifyPage, shipped: shippedTemplates, ...templates }: TemplateTexts) {
  return { templates, shippedTemplates, howToVerify, verifyPage: browserCheck(verifyPage) };
}
