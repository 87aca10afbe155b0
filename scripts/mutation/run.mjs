// How many deliberate faults the tests notice: `npm run mutation -- time assessment`. Scopes and figures: docs/quality.md.
import { Stryker } from '@stryker-mutator/core';

const SCOPES = {
  time: ['src/kernel/{civil-date,period,zone}.ts', 'src/intake/dates/*.ts'],
  assessment: ['src/assessment/**/*.ts'],
  kit: ['src/facts/kit/*.ts'],
  facts: ['src/facts/*.ts', '!src/facts/{index,define-fact}.ts'],
};

const asked = process.argv.slice(2);
if (asked.length === 0) {
  console.error(`Name scopes (${Object.keys(SCOPES).join(', ')}) or files to put faults into.`);
  process.exit(2);
}
const called = asked.every((name) => name in SCOPES) ? asked.join('-') : asked.join('-').replace(/[^\w-]+/g, '_');
const report = `out/mutation-${called}`;
await new Stryker({
  tempDirName: `out/faulty-${called}`,
  mutate: asked.flatMap((name) => SCOPES[name] ?? [name]),
  jsonReporter: { fileName: `${report}.json` },
  htmlReporter: { fileName: `${report}.html` },
}).runMutationTest();
