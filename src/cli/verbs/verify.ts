import { defineVerb } from '../verb.ts';

const verb = defineVerb({
  group: 'Check',
  rank: 6,
  summary: 'intact to the last bit? signed by whom? do the verdicts follow from the exhibits inside?',
  takes: [{ name: '<package.zip>', meaning: 'the package as you received it' }],
  options: [
    { flags: '--signer <file>', meaning: 'who must have signed: a public key, or an allowed_signers file of OpenSSH' },
    {
      flags: '--tsa <file>',
      meaning: 'who must have witnessed the time: a certificate of the authority or its issuer, PEM',
    },
    {
      flags: '--pdf-signer <file>',
      meaning: 'who must have signed the PDFs: a certificate or the one of its issuer, PEM',
    },
    { flags: '--sha256 <hash>', meaning: 'the SHA-256 that the sender told by another way' },
    { flags: '--replay', meaning: 'demand that every verdict can be derived again (without it: where it can)' },
    { flags: '--no-replay', meaning: 'check the files only, and derive no verdict again' },
  ],
  examples: [
    'proofpack verify lakeside.zip',
    'proofpack verify lakeside.zip --signer northlake.pub --replay',
    'proofpack verify lakeside.zip --json',
  ],
  run: async (given, terminal) => {
    const { verifyFile } = await import('../verify-file.ts');
    return verifyFile(given, terminal);
  },
});

export default verb;
