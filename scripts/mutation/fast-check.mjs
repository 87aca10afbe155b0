// Stands for fast-check while faults are tried: a fault is met by the first few examples or by none, and with one seed each run meets the same.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(new URL('../../package.json', import.meta.url));
const real = await import(`${pathToFileURL(require.resolve('fast-check')).href}?real`);
const MOST = 15;

function assert(property, { numRuns = MOST, ...rest } = {}) {
  return real.default.assert(property, { ...rest, seed: 4, numRuns: Math.min(numRuns, MOST) });
}
export default { ...real.default, assert };
