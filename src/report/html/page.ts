import { hexOf, type Ink, inkOf, lightOn, readableOn, textOn } from '../../kernel/colour.ts';
import { sha256 } from '../../kernel/sha256.ts';
import type { Block, Document } from '../../model/document.ts';
import { plainText } from '../markup/inline.ts';
import { PAGE_WORDS } from '../words.ts';
import { blocksHtml } from './blocks.ts';
import { type Html, html, verbatim } from './html.ts';
import { SCRIPT } from './script.ts';
import { STYLE } from './style.ts';

/** One self-contained page: no network (its policy forbids it), works from a folder, and without script. */
export function htmlPage(document: Document): string {
  const { title, running, brand, blocks, language } = document;
  const colours = verbatim(accents(brand.colour));
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="referrer" content="no-referrer">
<title>${running.left}: ${title}</title>
<style>${colours}${verbatim(STYLE)}</style>
</head>
<body>
<a class="skip" href="#main">${PAGE_WORDS.skip}</a>
<header>
<nav aria-label="${PAGE_WORDS.contents}"><ul>${contents(blocks)}</ul></nav>
</header>
<main id="main">
<div class="search" id="search" role="search" hidden><label>${PAGE_WORDS.search} <input type="search" autocomplete="off" spellcheck="false"></label><output aria-live="polite" data-says="${PAGE_WORDS.shown}"></output></div>
${blocksHtml(blocks)}</main>
<footer>${running.footer}</footer>
<script>${verbatim(SCRIPT)}</script>
</body>
</html>
`.html;
}

/** The grounds of `style.ts`, light and dark. */
const GROUNDS = { light: [255, 255, 255], dark: [20, 24, 28] } as const satisfies Record<string, Ink>;
const DARK_WORDS: Ink = [28, 33, 38];

/** The brand as far as it can be read on both grounds, with the words that can be read on it. */
function accents(brand: string): string {
  const colour = inkOf(brand) ?? DARK_WORDS;
  const rule = (accent: Ink): string =>
    `:root { --accent: ${hexOf(accent)}; --on-accent: ${hexOf(textOn(accent, DARK_WORDS))}; }`;
  const light = rule(readableOn(GROUNDS.light, colour));
  const dark = rule(lightOn(GROUNDS.dark, colour));
  return `${light} @media screen and (prefers-color-scheme: dark) { ${dark} }`;
}

/** The script is named by its hash, so that no other can run. */
function policy(): string {
  const script = Buffer.from(sha256(SCRIPT), 'hex').toString('base64');
  return `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${script}'; base-uri 'none'; form-action 'none'`;
}

function contents(blocks: readonly Block[]): readonly Html[] {
  return blocks.flatMap((block) =>
    block.type === 'heading' && block.level === 2
      ? [html`<li><a href="#${block.id}">${plainText(block.content)}</a></li>`]
      : [],
  );
}
