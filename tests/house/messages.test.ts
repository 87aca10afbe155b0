import { describe, expect, it } from 'vitest';
import { MESSAGES } from '../../src/kernel/messages/index.ts';
import { FILES, withoutComments } from './house.ts';

describe('the message table', () => {
  const code = FILES.filter(({ path }) => !path.startsWith('kernel/messages/'))
    .map(({ text }) => withoutComments(text))
    .join('\n');

  it('holds no message that nobody says', () => {
    expect(Object.keys(MESSAGES).filter((word) => !code.includes(`'${word}'`))).toEqual([]);
  });

  it('names a cure for each', () => {
    const cureless = Object.entries(MESSAGES).filter(([, { hint }]) => hint.trim().length < 9 || !/[.:]$/.test(hint));
    expect(cureless.map(([word]) => word)).toEqual([]);
  });

  it('has codes of plain words, each in one room only', () => {
    const words = FILES.filter(({ path }) => path.startsWith('kernel/messages/')).flatMap(({ text }) =>
      [...text.matchAll(/^ {2}'?([a-z][a-z0-9-]*)'?: \{$/gm)].map(([, word]) => word),
    );
    expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
    expect(Object.keys(MESSAGES).filter((word) => !/^[a-z]+(-[a-z0-9]+)*$/.test(word))).toEqual([]);
  });
});
