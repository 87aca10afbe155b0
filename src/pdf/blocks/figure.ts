import type { Block, Figure } from '../../model/document.ts';
import { coverage } from '../figures/coverage.ts';
import { freshness } from '../figures/freshness.ts';
import { headline } from '../figures/headline.ts';
import { heatMap } from '../figures/heat-map.ts';
import type { Easel } from '../figures/kit.ts';
import { picture } from '../figures/picture.ts';
import { sankey } from '../figures/sankey.ts';
import { stackedBars } from '../figures/stacked-bars.ts';
import { calendarStrip } from '../figures/strip.ts';
import { timeline } from '../figures/timeline.ts';
import { trend } from '../figures/trend.ts';
import type { Setting, Strip } from '../setting.ts';
import { lineStrips, typeset } from '../typeset.ts';

type FigureOf = Extract<Block, { type: 'figure' }>;

/** Caption, then the drawing on one page if it fits on one; its alternative text states the finding. */
export function* figureBlock(block: FigureOf, setting: Setting): Generator<Strip> {
  for (const strip of figureStrips(block, setting)) yield { ...strip, figure: true };
}

function* figureStrips(block: FigureOf, setting: Setting): Generator<Strip> {
  const { structure, theme } = setting;
  const style = theme.type.caption;
  yield {
    height: 0,
    space: 12 * theme.air,
    marks: [{ mark: 'target', x: setting.left, y: -6, id: block.id }],
    glued: true,
  };
  if (block.caption.trim() !== '') {
    const tag = structure.add({ role: 'P', parent: setting.parent });
    const lines = typeset([{ text: block.caption }], { style, width: setting.width, tag }, setting);
    yield* lineStrips(lines, { style, space: 0, glued: true }, setting);
    yield { height: 6, space: 0, marks: [], glued: true };
  }
  const tag = structure.add({ role: 'Figure', parent: setting.parent, alt: block.figure.alt.trim() || block.caption });
  yield* draw(block.figure, { setting, tag });
  yield { height: 6, space: 0, marks: [], glued: false };
}

function draw(figure: Figure, easel: Easel): readonly Strip[] {
  switch (figure.kind) {
    case 'stacked-bars':
      return stackedBars(figure, easel);
    case 'freshness':
      return freshness(figure, easel);
    case 'heat-map':
      return heatMap(figure, easel);
    case 'strip':
      return calendarStrip(figure, easel);
    case 'coverage':
      return coverage(figure, easel);
    case 'timeline':
      return timeline(figure, easel);
    case 'trend':
      return trend(figure, easel);
    case 'sankey':
      return sankey(figure, easel);
    case 'picture':
      return picture(figure, easel);
    case 'headline':
      return headline(figure, easel);
  }
}
