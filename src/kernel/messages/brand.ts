import type { Message } from './message.ts';

/** Why a font of a brand is not used. */
const FONT_REASONS = {
  missing: 'is not there',
  'no-font': 'is no TrueType or OpenType font',
  restricted: 'forbids that documents hold it (fsType: restricted licence)',
  'no-subsetting': 'forbids that documents hold a part of it (fsType: no subsetting)',
  'bitmap-only': 'lets documents hold its bitmaps only (fsType: bitmap embedding)',
} as const;
export type FontReason = keyof typeof FONT_REASONS;

/** Sentences about what a page is drawn with: fonts, logos, the file of the brand. */
export const BRAND_MESSAGES = {
  'characters-undrawn': {
    severity: 'warning',
    says: ({ document, characters }: { document: string; characters: readonly string[] }) =>
      `${document}.pdf shows ${characters.length} characters by their code, since the fonts do not have them: ${characters.slice(0, 12).join(' ')}`,
    hint: 'Nothing is lost: the workbooks, the page and findings.json hold them as they are.',
  },
  'logo-unknown-format': {
    severity: 'error',
    says: ({ path }: { path: string }) => `brand.logo: ${path} is no PNG, JPEG or SVG.`,
    hint: 'Save the logo as PNG; its ending does not matter, its content does.',
  },
  'logo-not-drawn': {
    severity: 'error',
    says: ({ path, why }: { path: string; why: string }) => `brand.logo: ${path} cannot be drawn as shapes: ${why}.`,
    hint: 'Let your drawing program write text, gradients and styles as plain paths, or save the logo as PNG.',
  },
  'brand-font-refused': {
    severity: 'error',
    says: ({ path, reason }: { path: string; reason: FontReason }) => `The font ${path} ${FONT_REASONS[reason]}.`,
    hint: 'Name a TrueType or OpenType file (.ttf, .otf, .ttc) whose licence lets documents hold a part of it, or take it out of brand.yml.',
  },
  'brand-fonts-many': {
    severity: 'error',
    says: ({ most }: { most: number }) =>
      `Behind the font of the text stand at most ${most} families, ours among them where the text is set in another; the brand names more.`,
    hint: 'Leave those under typography.fonts that have the scripts of your clients.',
  },
  'brand-file-wrong': {
    severity: 'error',
    says: ({ path, why }: { path: string; why: string }) => `brand.from: ${path}: ${why}.`,
    hint: 'Name a brand.yml as seen from engagement.yaml; docs/engagement.md tells which of its keys are read.',
  },
} as const satisfies Record<string, Message>;
