import { civilDate, daysBetween } from '../../kernel/civil-date.ts';
import type { Block, Figure, FigureSeries } from '../../model/document.ts';
import { type Html, html, verbatim } from './html.ts';

/** The page's own pen for figures: boxes and bars of plain HTML, with the finding in words for those who do not see them. */
export function figureHtml({ id, caption, figure }: Extract<Block, { type: 'figure' }>): Html {
  return html`<figure id="${id}"><div role="img" aria-label="${figure.alt}">${drawing(figure)}</div><figcaption>${caption}</figcaption></figure>\n`;
}

function drawing(figure: Figure): Html {
  switch (figure.kind) {
    case 'headline':
      return html`<div class="tiles">${figure.tiles.map(
        ({ value, caption, tone }) =>
          html`<div class="tile ${tone}"><b>${value}</b><span>${unparted(caption)}</span></div>`,
      )}</div>`;
    case 'stacked-bars':
      return stackedBars(figure);
    case 'coverage':
      return coverage(figure);
    case 'timeline':
      return timeline(figure);
    case 'freshness':
      return freshness(figure);
    case 'heat-map':
      return heatMap(figure);
    case 'strip':
      return strip(figure);
    case 'trend':
      return trend(figure);
    case 'sankey':
      return sankey(figure);
    case 'picture':
      // The page shows no picture of others by itself: it leads to the file.
      return html`<a href="${figure.file}">${figure.alt}</a>`;
  }
}

function stackedBars({ legend, rows }: Extract<Figure, { kind: 'stacked-bars' }>): Html {
  const most = Math.max(1, ...rows.map(({ values }) => values.reduce((sum, value) => sum + value, 0)));
  const letters = lettersOf(legend);
  const keys = legend.map(
    ({ label, verdict, tone }, index) =>
      html`<span><i class="${verdict ?? tone}">${letters[index] ?? ''}</i>${label}</span>`,
  );
  const bars = rows.map(({ label, values, note }) => {
    const parts = values.map((value, index) => {
      const { verdict, tone = 'muted' } = legend[index] ?? {};
      return value === 0
        ? html``
        : html`<i class="${verdict ?? tone}" style="width:${width(value, most)}">${letters[index] ?? ''} ${value}</i>`;
    });
    return html`<div class="bar"><span>${label}</span><span class="track">${parts}</span><small>${note ?? ''}</small></div>`;
  });
  return html`<div class="legend">${keys}</div>${bars}`;
}

/** A series without a verdict's shade is told by a letter. */
function lettersOf(legend: readonly FigureSeries[]): readonly string[] {
  let used = 0;
  return legend.map(({ verdict }) => (verdict === undefined ? String.fromCharCode(65 + (used++ % 26)) : ''));
}

function coverage({ rows }: Extract<Figure, { kind: 'coverage' }>): Html {
  return html`${rows.map(({ label, n, of, asked, note }) => {
    const mark = asked === null ? html`` : html`<b class="asked" style="left:${width(asked, 1)}"></b>`;
    return html`<div class="bar"><span>${label}</span><span class="track whole"><i class="accent" style="width:${width(n, Math.max(of, 1))}"></i>${mark}</span><small>${note}</small></div>`;
  })}`;
}

function timeline({ from, to, legend, groups }: Extract<Figure, { kind: 'timeline' }>): Html {
  const [first, last] = [civilDate(from), civilDate(to)];
  if (first === undefined || last === undefined) return html``;
  const days = Math.max(1, daysBetween(first, last));
  const place = (text: string): Html | undefined => {
    const day = civilDate(text);
    return day === undefined ? undefined : width(Math.min(days, Math.max(0, daysBetween(first, day))), days);
  };
  const drawn = groups.map(({ title, rows }) => {
    const bars = rows.map(({ label, due, decided, milestones, note }) => {
      const marks = milestones.map((on) => html`<b class="milestone" style="left:${place(on) ?? ''}"></b>`);
      return html`<div class="bar"><span>${label}</span><span class="track plan"><i class="${decided ? 'decided' : 'proposed'}" style="width:${place(due) ?? ''}"></i>${marks}</span><small>${note}</small></div>`;
    });
    return html`<div class="bar"><b>${title}</b></div>${bars}`;
  });
  return html`${drawn}<div class="bar"><span></span><span class="track ends"><b>${from}</b><b>${to}</b></span><small></small></div><div class="legend plan"><span><i class="decided"></i>${legend.decided}</span><span><i class="proposed"></i>${legend.proposed}</span><span><i class="milestone"></i>${legend.milestone}</span></div>`;
}

/** One scale for all rows: the age as a part of what is allowed, twice the allowance at the most. */
function freshness({ legend, rows }: Extract<Figure, { kind: 'freshness' }>): Html {
  const shares = rows.map(({ ageDays, allowedDays }) => ageDays / Math.max(allowedDays, 1));
  const keys = [
    { sign: html`<i class="good"></i>`, text: legend.current, seen: shares.some((share) => share <= 1) },
    { sign: html`<i class="stale"></i>`, text: legend.late, seen: shares.some((share) => share > 1) },
    { sign: html`<i class="stale">›</i>`, text: legend.beyond, seen: shares.some((share) => share > MOST) },
  ];
  const key = legendHtml(keys.filter(({ seen }) => seen));
  return html`${rows.map(({ label, ageDays, allowedDays, note }) => {
    const late = ageDays > allowedDays ? 'stale' : 'good';
    const share = ageDays / Math.max(allowedDays, 1);
    const beyond = share > MOST ? '›' : '';
    return html`<div class="bar"><span>${label}</span><span class="track limit"><i class="${late}" style="width:${width(Math.min(share, MOST), MOST)}">${beyond}</i></span><small>${note}</small></div>`;
  })}${key}`;
}

/** Of what is allowed: longer bars end in a sign. */
const MOST = 2;

function legendHtml(keys: readonly { readonly sign: Html; readonly text: string }[], kind = ''): Html {
  return html`<div class="legend ${kind}">${keys.map(({ sign, text }) => html`<span>${sign}${text}</span>`)}</div>`;
}

function heatMap({ columns, rows }: Extract<Figure, { kind: 'heat-map' }>): Html {
  const most = Math.max(1, ...rows.flatMap(({ cells }) => cells.map(({ count }) => count)));
  const head = columns.map((column) => html`<th>${column}</th>`);
  const body = rows.map(({ label, cells }) => {
    const boxes = cells.map(({ count, share }) => {
      const strength = verbatim((count / most).toFixed(2));
      const words = count === 0 ? '' : `${count} · ${Math.floor((share ?? 0) * 100)} %`;
      return html`<td style="--heat:${strength}">${words}</td>`;
    });
    return html`<tr><th>${label}</th>${boxes}</tr>`;
  });
  return html`<table class="heat"><tr><th></th>${head}</tr>${body}</table>`;
}

function strip({ from, to, legend, rows }: Extract<Figure, { kind: 'strip' }>): Html {
  const [first, last] = [civilDate(from), civilDate(to)];
  if (first === undefined || last === undefined) return html``;
  const days = Math.max(1, daysBetween(first, last));
  const any = rows.some(({ dates }) => dates.length > 0);
  const key = any ? legendHtml([{ sign: html`<i></i>`, text: legend.day }], 'days') : html``;
  return html`${rows.map(({ label, dates, note }) => {
    const ticks = dates.flatMap((date) => {
      const day = civilDate(date);
      return day === undefined ? [] : [html`<i style="left:${width(daysBetween(first, day), days)}"></i>`];
    });
    return html`<div class="bar"><span>${label}</span><span class="track days">${ticks}</span><small>${note}</small></div>`;
  })}<div class="bar"><span></span><span class="track ends"><b>${from}</b><b>${to}</b></span><small></small></div>${key}`;
}

/** Each package as a pair of bars: the lighter one what could be assessed, the full one what is supported. */
function trend({ legend, packages, rows }: Extract<Figure, { kind: 'trend' }>): Html {
  const drawn = rows.map(({ label, points }) => {
    const bars = packages.map(({ asOf, gap }, index) => {
      const point = points[index] ?? null;
      const day = html`${gap === '' ? '' : html`<small>${gap}</small>`}<div class="bar"><span>${asOf}</span>`;
      if (point === null) return html`${day}<span class="track"></span><small>${legend.absent}</small></div>`;
      const [supported, assessed] = [point.supported, point.assessed].map((n) => width(n, Math.max(point.of, 1)));
      return html`${day}<span class="track pair"><i class="assessed" style="width:${assessed ?? ''}"></i><i class="accent" style="width:${supported ?? ''}"></i></span><small>${point.notes.supported} · ${point.notes.assessed}</small></div>`;
    });
    return html`<div class="bar"><b>${label}</b></div>${bars}`;
  });
  return html`${drawn}<div class="legend"><span><i class="accent"></i>${legend.supported}</span><span><i class="assessed"></i>${legend.assessed}</span></div>`;
}

/** Column by column, each bar how many of its own whole: which part flows where is drawn on paper only. */
function sankey({ columns }: Extract<Figure, { kind: 'sankey' }>): Html {
  return html`${columns.map(
    ({ title, nodes }) =>
      html`<div class="bar"><b>${title}</b></div>${nodes.map(
        ({ label, note, counted, tone }) =>
          html`<div class="bar"><span>${label}</span><span class="track whole"><i class="${tone}" style="width:${width(counted.n, Math.max(counted.of, 1))}"></i></span><small>${note}</small></div>`,
      )}`,
  )}`;
}

/** A number stays with its percent sign. */
function unparted(text: string): string {
  return text.replace(/(\d) %/g, '$1\u00a0%');
}

function width(part: number, whole: number): Html {
  return verbatim(`${((part * 100) / whole).toFixed(2)}%`);
}
