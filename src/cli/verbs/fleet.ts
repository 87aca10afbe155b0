import { FAIL_ON } from '../../client/fail-on.ts';
import { defineVerb } from '../verb.ts';

const verb = defineVerb({
  group: 'Work',
  rank: 4.5,
  summary: 'all clients of a portfolio, a folder each: built, or how they stand',
  takes: [
    {
      name: '<what>',
      meaning:
        'build: the packages of all clients; status: how they stand, and what to do first; work: build clients that stand on a queue, until it is stopped; queue: how that queue stands',
      choices: ['build', 'status', 'work', 'queue'],
    },
    {
      name: '<folder>',
      meaning:
        'the folder of the clients’ folders, and of portfolio.yaml; or s3://bucket/folder, with server and keys in the AWS_ variables',
    },
  ],
  options: [
    {
      flags: '-o, --out <folder>',
      meaning: 'where packages go, a folder for each client (default: packages, in the folder)',
    },
    {
      many: true,
      flags: '--only <clients>',
      meaning: 'these clients, by the names of their folders; * stands for any letters, ? for one',
    },
    { flags: '--changed', meaning: 'leave clients alone of which nothing changed; resumes a run that was broken off' },
    {
      flags: '--shard <i/n>',
      meaning: 'the i-th of n parts, always of the same clients; others are for other machines',
    },
    {
      flags: '--queue <address>',
      meaning:
        'redis://host:6379: workers on many machines build them (default: PROOFPACK_QUEUE); its password is PROOFPACK_QUEUE_PASSWORD',
    },
    { flags: '--jobs <number>', meaning: 'how many clients at once (default: by cores and memory)' },
    {
      many: true,
      flags: '--edition <id>',
      meaning: 'for whom, instead of those of the engagement files',
      choices: ['auditor', 'insurer', 'customer', 'internal'],
    },
    { flags: '--sign <key>', meaning: 'sign each package with this secret key: see "proofpack keys"' },
    {
      flags: '--passphrase-file <file>',
      meaning: 'with --sign: its first line opens the key (default: it is asked for, once)',
    },
    { flags: '--sign-pdf <file>', meaning: 'sign each PDF too, with this certificate and its RSA key (PEM)' },
    {
      flags: '--pdf-passphrase-file <file>',
      meaning: 'with --sign-pdf: its first line opens the key (default: it is asked for, once)',
    },
    { flags: '--timestamp <url>', meaning: 'with --sign: ask this timestamp authority (RFC 3161) for each package' },
    {
      many: true,
      whole: true,
      flags: '--encrypt <how>',
      meaning: 'age:<recipient> (may be given several times), or zip-aes256 with a password that is asked for once',
    },
    { flags: '--password-file <file>', meaning: 'with zip-aes256: its first line is the password' },
    { flags: '--pptx', meaning: 'slides beside each package (needs the package pptxgenjs)' },
    {
      many: true,
      flags: '--fail-on <condition>',
      meaning: 'exit 1 when one client has one; the packages are written',
      choices: FAIL_ON,
    },
    {
      flags: '--report <folder>',
      meaning: 'with status: write it as PDF, workbook and page, a table for each owner, and a calendar of renewals',
    },
    {
      flags: '--settings',
      meaning: 'with status: what goes for each client, and whether its engagement or the portfolio says so',
    },
    { flags: '--on <day>', meaning: 'with status: the day from which renewals are counted (default: today)' },
    {
      flags: '--force',
      meaning: 'with --report: replace what stands there; with --pptx: replace slides that somebody changed',
    },
  ],
  examples: [
    'proofpack fleet build clients',
    'proofpack fleet build clients --changed --fail-on contradiction',
    'proofpack fleet build clients --only lakeside,harbor* --jobs 1',
    'proofpack fleet build clients --shard 2/5 -o packages',
    'proofpack fleet build clients --changed --sign keys/northlake --encrypt age:age1…',
    'proofpack fleet status clients --report monday',
    'proofpack fleet build clients --queue redis://queue.internal',
    'proofpack fleet work s3://evidence/clients --queue redis://queue.internal',
    'proofpack fleet work /mnt/clients --queue redis://queue.internal --json',
  ],
  run: async (given, terminal) => {
    if (given.args[0] === 'status') {
      const { fleetStatus } = await import('../fleet-status.ts');
      return fleetStatus(given, terminal);
    }
    if (given.args[0] === 'work') {
      const { workFleet } = await import('../work-fleet.ts');
      return workFleet(given, terminal);
    }
    if (given.args[0] === 'queue') {
      const { fleetQueue } = await import('../fleet-queue.ts');
      return fleetQueue(given, terminal);
    }
    const { buildFleet } = await import('../build-fleet.ts');
    return buildFleet(given, terminal);
  },
});

export default verb;
