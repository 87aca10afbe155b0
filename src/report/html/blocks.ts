import type { Verdict } from '../../model/assessment.ts';
import type { Block, Cell, Inline, Run } from '../../model/document.ts';
import { plainText } from '../markup/inline.ts';
import { figureHtml } from './figures.ts';
import { type Html, html, joined, verbatim } from './html.ts';

/** Told by shape and word, and by colour only besides. */
export const VERDICT_SIGNS = {
  supported: '✓',
  'partly-supported': '◐',
  contradicted: '✗',
  stale: '◷',
  'attested-only': '❝',
  inherited: '→',
  'not-evidenced': '△',
  'not-applicable': '–',
  'accepted-risk': '⚑',
} as const satisfies Record<Verdict, string>;

export function blocksHtml(blocks: readonly Block[]): Html {
  return joined(blocks.map(blockHtml));
}

function blockHtml(block: Block): Html {
  switch (block.type) {
    case 'cover':
      return coverHtml(block);
    case 'heading':
      return headingHtml(block);
    case 'paragraph':
      return html`<p class="${block.style ?? 'normal'}">${inlineHtml(block.content)}</p>\n`;
    case 'list': {
      const items = block.items.map((item) => html`<li>${inlineHtml(item)}</li>`);
      return block.ordered ? html`<ol>${items}</ol>\n` : html`<ul>${items}</ul>\n`;
    }
    case 'callout':
      return html`<aside class="callout ${block.tone}"><strong>${block.title}</strong>${blocksHtml(block.blocks)}</aside>\n`;
    case 'key-values':
      return html`<dl class="columns-${block.columns ?? 1}">${block.rows.map(
        ({ key, value }) => html`<div><dt>${key}</dt><dd>${inlineHtml(value)}</dd></div>`,
      )}</dl>\n`;
    case 'table':
      return tableHtml(block);
    case 'figure':
      return figureHtml(block);
    case 'anchor':
      return html`<span id="${block.id}"></span>`;
    case 'signature':
      return html`<ul class="signatures">${block.lines.map(({ role, name }) => html`<li>${role} ${name}</li>`)}</ul>\n`;
    case 'rule':
      return html`<hr>\n`;
    // The page has its own contents, and no pages to break.
    case 'contents':
    case 'break':
      return html``;
  }
}

function coverHtml(block: Extract<Block, { type: 'cover' }>): Html {
  return html`<div class="cover"><p class="client">${block.client}</p><h1>${block.title}</h1><p class="lead">${block.subtitle}</p>${block.lines.map(
    (line) => html`<p>${line}</p>`,
  )}<p class="notice">${block.notice}</p></div>\n`;
}

function headingHtml({ level, id, content }: Extract<Block, { type: 'heading' }>): Html {
  const tag = verbatim(`h${level}`);
  return html`<${tag} id="${id}">${inlineHtml(content)}</${tag}>\n`;
}

function tableHtml(table: Extract<Block, { type: 'table' }>): Html {
  const { columns, rows, caption, empty, id } = table;
  const named = id === undefined ? html`` : html` id="${id}"`;
  if (rows.length === 0) return html`<p class="empty"${named}>${empty}</p>\n`;
  const aligned = (index: number, more = ''): Html => {
    const align = columns[index]?.align;
    const classes = [align === 'left' ? '' : align, more].filter(Boolean).join(' ');
    return classes === '' ? html`` : html` class="${classes}"`;
  };
  const head = columns.map(({ title }, index) => html`<th scope="col"${aligned(index)}>${title}</th>`);
  return html`<div class="table"><table${named}>${caption === undefined ? html`` : html`<caption>${caption}</caption>`}<thead><tr>${head}</tr></thead><tbody>
${[...rows].map((row) => rowHtml(row, aligned))}</tbody></table></div>\n`;
}

function rowHtml(row: readonly Cell[], aligned: (index: number, more?: string) => Html): Html {
  const group = row.length === 1 && row[0]?.header === true;
  const cells = row.map((cell, index) => {
    const named = cell.id === undefined ? html`` : html` id="${cell.id}"`;
    const span = cell.span !== undefined && cell.span > 1 ? html` colspan="${cell.span}"` : html``;
    if (group) return html`<th scope="colgroup"${span}>${inlineHtml(cell.content)}</th>`;
    if (cell.header) return html`<th scope="row"${span}>${inlineHtml(cell.content)}</th>`;
    return html`<td${named}${span}${aligned(index, isOneToken(plainText(cell.content)) ? 'id' : '')}>${cellHtml(cell)}</td>`;
  });
  return group ? html`<tr class="group">${cells}</tr>\n` : html`<tr>${cells}</tr>\n`;
}

/** An identifier or a day breaks at no hyphen; a path or a hash may. */
function isOneToken(text: string): boolean {
  return /^[^\s/]{2,18}$/.test(text);
}

function cellHtml({ content, verdict, tone }: Cell): Html {
  const words = inlineHtml(content);
  if (verdict === undefined) return tone === undefined ? words : html`<span class="${tone}">${words}</span>`;
  return html`<span class="verdict ${verdict}"><i aria-hidden="true">${VERDICT_SIGNS[verdict]}</i> ${words}</span>`;
}

export function inlineHtml(content: Inline): Html {
  return joined(content.map(runHtml));
}

const DAY = /^\d{4}-\d\d-\d\d$/;

function runHtml({ text, bold, italic, code, to, colour }: Run): Html {
  const lines = text
    .split('\n')
    .flatMap((line, index) => (index === 0 ? [html`${line}`] : [html`<br>`, html`${line}`]));
  let out = joined(lines);
  // A day is not broken at its hyphens.
  if (DAY.test(text)) out = html`<time>${out}</time>`;
  if (code) out = html`<code>${out}</code>`;
  if (italic) out = html`<em>${out}</em>`;
  if (bold) out = html`<strong>${out}</strong>`;
  if (colour !== undefined) out = html`<span class="${colour}">${out}</span>`;
  if (to === undefined) return out;
  return isOneToken(text) ? html`<a class="id" href="${to}">${out}</a>` : html`<a href="${to}">${out}</a>`;
}
