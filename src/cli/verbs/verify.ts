import { DONE, defineVerb, NOT_VERIFIED } from '../verb.ts';

const verb = defineVerb({
  group: 'Check',
  rank: 6,
  summary: 'intact to the last bit? do the verdicts follow from the exhibits inside?',
  takes: [{ name: '<package.zip>', meaning: 'a package' }],
  options: [{ flags: '--no-replay', meaning: 'check the files only, and derive no verdict again' }],
  examples: ['proofpack verify lakeside.zip', 'proofpack verify lakeside.zip --json'],
  run: async (given, terminal) => {
    const { readCatalog, readPackage } = await import('../../disk/index.ts');
    const { verifyPackage } = await import('../../bundle/index.ts');
    const { sha256 } = await import('../../kernel/sha256.ts');
    const { replayWith } = await import('../../pipeline.ts');
    const path = given.args[0] ?? '';
    const bytes = await readPackage(path);
    terminal.progress(`Checking ${path}`);
    const replay = given.flag('replay') ? replayWith(await readCatalog()) : undefined;
    const verification = await verifyPackage(bytes, replay);
    const exit = verification.holds ? DONE : NOT_VERIFIED;
    const hash = sha256(bytes);
    if (terminal.json) {
      terminal.say(
        JSON.stringify({ schema: 'proofpack.verification/1', path, sha256: hash, ...verification }, null, 2),
      );
      return exit;
    }
    for (const { code, message } of verification.findings) {
      const good = ['intact', 'reproduced'].includes(code);
      const neutral = ['not-reproducible', 'rules-differ'].includes(code);
      terminal.say(`${terminal.style(good ? 'green' : neutral ? 'yellow' : 'red', code)}  ${message}`);
    }
    terminal.say(`sha256  ${hash}`);
    terminal.note(
      verification.holds
        ? '\nCompare the SHA-256 with the one that the sender told you by another way: nothing is signed.'
        : '\nThis package does not verify. Ask the sender for it again.',
    );
    return exit;
  },
});

export default verb;
