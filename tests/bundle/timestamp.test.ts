import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  assuranceOf,
  NAMESPACE,
  pack,
  planPackage,
  planTimestampRequest,
  publicKeyLine,
  readCertificates,
  readSigners,
  signPlan,
  stampPlan,
  verifyPackage,
} from '../../src/bundle/index.ts';
import { readDer } from '../../src/bundle/trust/der.ts';
import { readTimestamp } from '../../src/bundle/trust/timestamp-check.ts';
import { nonceOf, timestampRequest } from '../../src/bundle/trust/timestamp-request.ts';
import { readToken, tokenIn } from '../../src/bundle/trust/timestamp-token.ts';
import { type Authority, openAuthority } from './authority.ts';
import { MARTA, tampered } from './signed-world.ts';
import { SMALL } from './world.ts';

let authority: Authority;
let plan: ReturnType<typeof planPackage>;
let token: Buffer;
let stamped: Uint8Array;
const signature = Buffer.from('a signature');
const known = () => readCertificates(readFileSync(authority.root, 'utf8')) ?? [];
const judged = (bytes: Uint8Array, of: Uint8Array = signature) =>
  readTimestamp(tokenIn(bytes) ?? bytes, { signature: of, authorities: known() });

beforeAll(async () => {
  authority = openAuthority();
  const { level, signer = '' } = assuranceOf({ key: MARTA, stamped: true });
  const parts = { ...SMALL, assurance: { level, signer } };
  plan = signPlan(planPackage(parts), parts, MARTA);
  token = authority.answer(planTimestampRequest(plan));
  const withToken = stampPlan(plan, token);
  if (typeof withToken === 'string') throw new Error(withToken);
  stamped = await pack(withToken);
}, 60_000);
afterAll(() => authority.close());

describe('a timestamped package', () => {
  const signers = readSigners(publicKeyLine(MARTA), NAMESPACE);
  const verified = async (trust: object, bytes = stamped) => {
    const { holds, findings, assurance } = await verifyPackage(bytes, undefined, trust);
    return { holds, codes: findings.map(({ code }) => code), level: assurance.level, stamped: assurance.stamped };
  };

  it('reaches E3 for whoever knows signer and authority', async () => {
    expect(await verified({ signers, authorities: known() })).toMatchObject({
      holds: true,
      codes: ['intact', 'signed', 'timestamped'],
      level: 'E3',
      stamped: { known: true, authority: 'O=Test, CN=Authority rsa', at: expect.stringMatching(/^20\d\d-.*Z$/) },
    });
  });

  it('says of an authority that nobody named that it is unknown, and reaches no E3', async () => {
    expect(await verified({ signers })).toMatchObject({
      codes: ['intact', 'signed', 'authority-unknown'],
      level: 'E2',
    });
    expect(await verified({ authorities: known() })).toMatchObject({
      codes: ['intact', 'signer-unknown', 'timestamped'],
      level: 'E1',
    });
  });

  it('is refused for another authority than the one that was named, and without any', async () => {
    const other = openAuthority();
    const authorities = readCertificates(readFileSync(other.root, 'utf8')) ?? [];
    other.close();
    expect(await verified({ authorities })).toMatchObject({
      holds: false,
      codes: expect.arrayContaining(['authority-refused']),
    });
    const unstamped = await pack(planPackage(SMALL));
    expect(await verified({ authorities }, unstamped)).toMatchObject({ holds: false });
  });

  it('is E4 when the verdicts came out the same', async () => {
    const findings = JSON.parse(Buffer.from(unzipSync(stamped)['data/machine/findings.json'] ?? '').toString());
    const replay = async () => ({ findings, ourRules: true });
    const { assurance } = await verifyPackage(stamped, replay, { signers, authorities: known() });
    expect(assurance.level).toBe('E4');
  });

  it('without its timestamp misses it', async () => {
    const path = 'tagmanifest-sha256.txt.sig.tsr';
    const { findings } = await verifyPackage(tampered(stamped, (files) => delete files[path]));
    expect(findings.map((each) => `${each.code} ${each.path}`)).toContain(`missing ${path}`);
  });

  it('is witnessed for openssl too', () => {
    const files = unzipSync(stamped);
    const put = (name: string, content: Uint8Array | undefined) => {
      writeFileSync(join(authority.folder, name), content ?? '');
      return join(authority.folder, name);
    };
    const argv = [
      'ts',
      '-verify',
      '-token_in',
      '-CAfile',
      authority.root,
      '-in',
      put('t', files['tagmanifest-sha256.txt.sig.tsr']),
    ];
    const data = put('d', files['tagmanifest-sha256.txt.sig']);
    expect(spawnSync('openssl', [...argv, '-data', data], { encoding: 'utf8' }).stdout).toContain('Verification: OK');
    expect(spawnSync('openssl', [...argv, '-data', put('e', files['bagit.txt'])]).status).not.toBe(0);
  });
});

describe('a request', () => {
  it('is read by openssl, with the hash, the nonce and the wish for a certificate', () => {
    const path = join(authority.folder, 'request');
    writeFileSync(path, timestampRequest(signature));
    const { stdout } = spawnSync('openssl', ['ts', '-query', '-in', path, '-text'], { encoding: 'utf8' });
    expect(stdout).toContain('Hash Algorithm: sha256');
    expect(stdout.toUpperCase()).toContain(`NONCE: 0X${nonceOf(signature).toString('hex').toUpperCase()}`);
    expect(stdout).toContain('Certificate required: yes');
  });

  it('is the same each time', () => {
    expect(timestampRequest(signature)).toEqual(timestampRequest(Buffer.from('a signature')));
  });
});

describe('a token', () => {
  const answerTo = (request: Uint8Array, signer?: string) => authority.answer(request, signer ? { signer } : {});

  it('is taken from the whole answer and as it stands, signed with RSA or on a curve', () => {
    expect(judged(answerTo(timestampRequest(signature)))).toMatchObject({ known: true });
    expect(judged(authority.answer(timestampRequest(signature), { bare: true }))).toMatchObject({ known: true });
    expect(judged(answerTo(timestampRequest(signature), 'ec'))).toMatchObject({ authority: 'O=Test, CN=Authority ec' });
  });

  it('of other bytes, or of another request for them, is none', () => {
    expect(judged(answerTo(timestampRequest(Buffer.from('other'))))).toBe('other-imprint');
    const path = join(authority.folder, 'data');
    writeFileSync(path, signature);
    for (const nonce of [['-no_nonce'], []]) {
      const query = join(authority.folder, 'query');
      spawnSync('openssl', ['ts', '-query', '-data', path, '-sha256', '-cert', ...nonce, '-out', query]);
      expect(judged(answerTo(readFileSync(query)))).toBe('other-nonce');
    }
  });

  it('by a certificate that is not for timestamps alone, or was not valid at its time, is none', () => {
    const info = readToken(tokenIn(answerTo(timestampRequest(signature))) ?? Buffer.alloc(0))?.info ?? Buffer.alloc(0);
    const year = info.indexOf(`${new Date().getUTCFullYear()}`);
    const older = Buffer.concat([info.subarray(0, year), Buffer.from('2001'), info.subarray(year + 4)]);
    expect(judged(authority.forge(info, 'rsa'))).toMatchObject({ known: true });
    expect(judged(authority.forge(info, 'mixed'))).toBe('other-purpose');
    expect(judged(authority.forge(info, 'loose'))).toBe('other-purpose');
    expect(judged(authority.forge(older, 'rsa'))).toBe('outside-validity');
  });

  it('is none for any flipped bit of what is signed, and never more than was signed', () => {
    const whole = tokenIn(answerTo(timestampRequest(signature))) ?? Buffer.alloc(0);
    const good = judged(whole);
    for (let at = 0; at < whole.length; at += 3) {
      const bent = Buffer.from(whole);
      bent[at] = (bent[at] ?? 0) ^ (1 << (at % 8));
      const read = judged(bent);
      // Certificates beside the signer's own are signed by their issuers, not by the token.
      if (typeof read !== 'string') expect({ ...read, known: true }).toEqual(good);
    }
  });

  it('is no hang and no crash for bytes of any kind', () => {
    for (const bytes of [
      new Uint8Array(),
      Buffer.from('3080', 'hex'),
      Buffer.from('30'.repeat(4000), 'hex'),
      Buffer.alloc(70_000, 0x30),
    ]) {
      expect(tokenIn(bytes)).toBeUndefined();
      expect(judged(bytes)).toBe('malformed');
    }
    expect(readDer(Buffer.from('04810100', 'hex'))).toBeUndefined();
    expect(readDer(Buffer.from('040100ff', 'hex'))).toBeUndefined();
  });
});
