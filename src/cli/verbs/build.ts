import { FAIL_ON } from '../../client/fail-on.ts';
import { EDITIONS } from '../../model/edition.ts';
import { defineVerb } from '../verb.ts';

const verb = defineVerb({
  group: 'Work',
  rank: 4,
  summary: 'the package, one per edition',
  takes: [{ name: '<folder>', meaning: 'the folder of engagement.yaml' }],
  options: [
    {
      flags: '-o, --output <path>',
      meaning: 'the file, or a folder; further editions get theirs beside it (default: here, by client and period)',
    },
    {
      many: true,
      flags: '--edition <id>',
      meaning: 'for whom, instead of those of the engagement file',
      choices: EDITIONS,
    },
    { flags: '--dry-run', meaning: 'print every file that would be packed, and write nothing' },
    { flags: '--sign <key>', meaning: 'sign it with this secret key: see "proofpack keys"' },
    {
      flags: '--passphrase-file <file>',
      meaning: 'with --sign: its first line opens the key (default: it is asked for)',
    },
    {
      flags: '--sign-pdf <file>',
      meaning: 'sign each PDF too, with this certificate and its RSA key (PEM): programs that show PDFs say who signed',
    },
    {
      flags: '--pdf-passphrase-file <file>',
      meaning: 'with --sign-pdf: its first line opens the key (default: it is asked for)',
    },
    {
      flags: '--timestamp <file|url>',
      meaning:
        'with --sign: the answer of a timestamp authority (RFC 3161), or where to ask for one (the only use of a network)',
    },
    {
      flags: '--timestamp-request <file>',
      meaning: 'with --sign: write what to ask the authority, and no package yet',
    },
    {
      many: true,
      whole: true,
      flags: '--encrypt <how>',
      meaning: 'age:<recipient> (may be given several times), or zip-aes256 with a password that is asked for',
    },
    { flags: '--password-file <file>', meaning: 'with zip-aes256: its first line is the password' },
    {
      flags: '--store',
      meaning:
        'keep what it was made of in .proofpack/ beside the engagement file; a folder that has a store keeps each build',
    },
    { flags: '--no-store', meaning: 'keep this build in no store' },
    {
      flags: '--pptx',
      meaning: 'slides for those who decide, beside the package (needs the package pptxgenjs)',
    },
    { flags: '--force', meaning: 'replace a file that is no package of ours' },
    {
      flags: '--against <package>',
      meaning:
        'the last package of this client, or @<day|last|sha256> for one in its store: answers that differ are contradictions',
    },
    {
      many: true,
      flags: '--fail-on <condition>',
      meaning: 'exit 1 when there is one; the package is written',
      choices: FAIL_ON,
    },
  ],
  examples: [
    'proofpack build clients/lakeside',
    'proofpack build clients/lakeside -o lakeside.zip --edition insurer',
    'proofpack build clients/lakeside --encrypt age:age1…',
  ],
  run: async (given, terminal) => {
    const { buildPackages } = await import('../build-packages.ts');
    return buildPackages(given, terminal);
  },
});

export default verb;
