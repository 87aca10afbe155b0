// Read by scripts/mutation/run.mjs, which adds what to put faults into.
export default {
  testRunner: 'stories',
  plugins: ['./scripts/mutation/runner.mjs', './scripts/mutation/words.mjs'],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  ignorers: ['words'],
  ignorePatterns: ['/out', '/dist', '/docs', '/bench', '/.ci', '/fixtures', '/biome.json'],
  maxTestRunnerReuse: 400,
  timeoutMS: 20_000,
  reporters: ['progress-append-only', 'clear-text', 'json', 'html'],
  clearTextReporter: { allowEmojis: false, reportTests: false, logTests: false },
  // Faults break types on purpose.
  disableTypeChecks: false,
};
