import { browserCheck } from '../bundle/index.ts';
import { readFonts, readLogo, readTemplates, readVersion } from '../disk/index.ts';
import type { Materials } from '../pipeline.ts';
import { checkTemplates } from '../report/index.ts';
import type { Assessed } from './assess-folder.ts';

/** What the documents of one client are made with. */
export async function materialsOf({ folder, engagement, skipped }: Assessed): Promise<Materials> {
  const { howToVerify, verifyPage, shipped, ...templates } = await readTemplates(folder);
  checkTemplates(templates);
  return {
    templates,
    shippedTemplates: shipped,
    howToVerify,
    verifyPage: browserCheck(verifyPage),
    fonts: await readFonts(),
    logo: await readLogo(folder, engagement),
    software: `proofpack ${await readVersion()}`,
    skipped,
  };
}
