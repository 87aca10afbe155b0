import { DONE, defineVerb } from '../verb.ts';

const verb = defineVerb({
  group: 'Check',
  rank: 7,
  summary: 'what changed between two packages of one client',
  takes: [
    { name: '<before.zip>', meaning: 'the older package, or <folder>@<day|last|sha256> for one that a store keeps' },
    { name: '<after.zip>', meaning: 'the newer one' },
  ],
  options: [],
  examples: [
    'proofpack compare lakeside-2025.zip lakeside-2026.zip',
    'proofpack compare clients/lakeside@2025-10-15 clients/lakeside@last',
  ],
  run: async (given, terminal) => {
    const { comparePackages, tellComparison } = await import('../compare-packages.ts');
    const compared = await comparePackages(given.args[0] ?? '', given.args[1] ?? '');
    if (terminal.json) terminal.say(JSON.stringify({ schema: 'proofpack.comparison/1', ...compared }, null, 2));
    else tellComparison(terminal, compared);
    return DONE;
  },
});

export default verb;
