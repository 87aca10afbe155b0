import type { Assurance } from '../model/package.ts';

/**
 * A text whose parts hold for some levels of assurance only: a line `[E2 E3]` begins such a part, `[all]` ends it. `{{key}}` is the
 * fingerprint of the key that signs.
 */
export function atLevel(text: string, { level, signer = '' }: Assurance): string {
  let shown = true;
  const kept = text.split('\n').filter((line) => {
    const [, levels] = /^\[((?:all|E[123])(?: E[123])*)\]$/.exec(line) ?? [];
    if (levels !== undefined) shown = levels === 'all' || levels.split(' ').includes(level);
    return levels === undefined && shown;
  });
  return kept.join('\n').replaceAll('{{key}}', signer);
}
