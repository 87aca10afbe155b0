/**
 * Every match of a global pattern that never matches nothing. `matchAll` makes a new pattern of it each time, which V8 begins to run in its
 * slow manner anew.
 */
export function* matchesOf(pattern: RegExp, text: string): Generator<RegExpExecArray> {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const resume = pattern.lastIndex;
    yield match;
    pattern.lastIndex = resume;
  }
  pattern.lastIndex = 0;
}
