import type { Document } from './document.ts';
import type { SkippedFile } from './package.ts';
import type { FontBytes } from './page.ts';

type TemplatesIn = Readonly<Record<'documents' | 'partials', Readonly<Record<string, string>>>>;

/** What documents are made with: read once, the same for every edition. */
export interface Materials {
  readonly templates: TemplatesIn & { readonly own?: readonly string[] };
  /** Ours, where others stand in for some of them: only words of ours are known to be nobody's names. */
  readonly shippedTemplates?: TemplatesIn;
  readonly fonts: FontBytes;
  /** Of those, what a brand brings in the place of ours or beside them: it has to be kept to make the same again. */
  readonly brandFonts?: Partial<FontBytes>;
  readonly howToVerify: string;
  readonly verifyPage: string;
  readonly logo: Document['brand']['logo'] | undefined;
  /** `proofpack 0.1.0` */
  readonly software: string;
  readonly skipped: readonly SkippedFile[];
}
