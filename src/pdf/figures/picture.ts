import type { Figure } from '../../model/document.ts';
import type { Strip } from '../setting.ts';
import { type Easel, strip } from './kit.ts';

type Picture = Extract<Figure, { kind: 'picture' }>;

/** Screens have 96 points an inch, paper 72: a picture is never blown up. */
const POINTS_A_PIXEL = 0.75;
const SHARE_OF_PAGE = 0.62;

/** As large as it is, within the width and a share of the page; framed, so that a white picture has an edge. */
export function picture({ bytes, width, height }: Picture, { setting, tag }: Easel): readonly Strip[] {
  const { sheet, theme } = setting;
  const room = { width: setting.width - 2, height: (sheet.bottom - sheet.top) * SHARE_OF_PAGE };
  const scale = Math.min(POINTS_A_PIXEL, room.width / width, room.height / height);
  const size = { x: setting.left + 1, y: 1, width: Math.max(1, width * scale), height: Math.max(1, height * scale) };
  return [
    strip(size.height + 2, [
      { mark: 'image', ...size, bytes, tag },
      { mark: 'box', ...size, stroke: theme.hairline, weight: 0.5, tag },
    ]),
  ];
}
