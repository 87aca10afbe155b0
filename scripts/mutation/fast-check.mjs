// Stands for fast-check while faults are tried: with one seed each run meets the same, and no more examples than the runner asks for.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(new URL('../../package.json', import.meta.url));
const { default: real } = await import(`${pathToFileURL(require.resolve('fast-check')).href}?real`);

function assert(property, { numRuns = 100, ...rest } = {}) {
  return real.assert(property, { ...rest, seed: 4, numRuns: Math.min(numRuns, globalThis.examples ?? numRuns) });
}
export default { ...real, assert };
