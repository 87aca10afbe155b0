import { describe, expect, it } from 'vitest';
import { gist, measure, type Story } from './records.ts';

export function tell(title: string, stories: readonly Story[]): void {
  describe(title, () => {
    for (const [id, guards, records, expected, more] of stories) {
      it(`${id}: ${guards}`, () => {
        const fact = measure(id, records(), more?.scope);
        expect(gist(fact)).toBe(expected);
        if (more?.exceptions && fact.status === 'known') {
          const texts = fact.exceptions.map(({ text }) => text);
          expect(texts).toEqual([...texts].filter((text) => more.exceptions?.some((word) => text.includes(word))));
          for (const word of more.exceptions) expect(texts.join('\n')).toContain(word);
        }
        if (more?.basis) expect(fact.basis.map(({ text }) => text).join('\n')).toContain(more.basis);
        if (more?.remark) expect(fact.remarks.join('\n')).toContain(more.remark);
      });
    }
  });
}
