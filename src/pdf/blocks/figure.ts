import type { Block } from '../../model/document.ts';
import type { Setting, Strip } from '../setting.ts';

export function figureBlock(_block: Extract<Block, { type: 'figure' }>, _setting: Setting): readonly Strip[] {
  return [];
}
