// Stands for vitest while faults are tried: the same stories and the same `expect`, collected as functions that can be called again and again.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const beside = createRequire(createRequire(import.meta.url).resolve('vitest/package.json'));
const chai = await import(pathToFileURL(beside.resolve('chai')).href);
const kit = await import(pathToFileURL(beside.resolve('@vitest/expect')).href);
for (const plugin of [kit.JestExtend, kit.JestChaiExpect, kit.JestAsymmetricMatchers]) chai.use(plugin);

export const expect = Object.assign((value, message) => chai.expect(value, message), chai.expect);
Object.assign(expect, globalThis[kit.ASYMMETRIC_MATCHERS_OBJECT]);
kit.setState({ assertionCalls: 0, isExpectingAssertions: false, expectedAssertionsNumber: null }, expect);

/** Filled while test files are imported; the runner empties it after each. */
export const collected = [];
const within = [];

export function describe(name, body) {
  within.push(name);
  body();
  within.pop();
}

export function it(name, body) {
  collected.push({ name: [...within, name].join(' > '), body });
}
it.each = (rows) => (name, body) => {
  rows.forEach((row, i) => {
    it(`${name} #${i}`, () => (Array.isArray(row) ? body(...row) : body(row)));
  });
};
