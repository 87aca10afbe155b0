import { describe, expect, it } from 'vitest';
import { bucketAddress, openBucket } from '../../src/bucket/index.ts';
import { pageIn } from '../../src/bucket/list.ts';
import { openRequests } from '../../src/bucket/request.ts';
import { ProofpackError } from '../../src/kernel/failure.ts';
import { freePort } from '../queue/server.ts';
import { type Told, toldServer } from './told-server.ts';

const KEYS = { AWS_ACCESS_KEY_ID: 'KEY', AWS_SECRET_ACCESS_KEY: 'hunter2' };
const read = (text: string, env: Readonly<Record<string, string>> = {}) => bucketAddress(text, { ...KEYS, ...env });
const codeOf = (work: () => unknown) => {
  try {
    return work();
  } catch (error) {
    return error instanceof ProofpackError ? `${error.code} ${error.message}` : error;
  }
};

describe('the address of a bucket', () => {
  it('names the bucket and a folder in it; the environment says where and who', () => {
    expect(read('s3://evidence')).toEqual({
      bucket: 'evidence',
      prefix: '',
      region: 'us-east-1',
      url: 'https://evidence.s3.us-east-1.amazonaws.com/',
      keys: { accessKeyId: 'KEY', secretAccessKey: 'hunter2' },
      where: 's3://evidence/',
    });
    const env = { AWS_ENDPOINT_URL: 'https://s3.internal:9000/', AWS_REGION: 'eu-1', AWS_SESSION_TOKEN: 'now' };
    expect(read('s3://evidence/msp/clients #1/', env)).toMatchObject({
      prefix: 'msp/clients #1/',
      region: 'eu-1',
      url: 'https://s3.internal:9000/evidence/',
      keys: { sessionToken: 'now' },
    });
    expect(read('s3://evidence', { ...env, PROOFPACK_BUCKET_STYLE: 'host' }).url).toBe(
      'https://evidence.s3.internal:9000/',
    );
    expect(read('s3://a.b', { AWS_DEFAULT_REGION: 'eu-2' }).url).toBe('https://s3.eu-2.amazonaws.com/a.b/');
  });

  it('is refused where it is none, and no secret is told', () => {
    for (const wrong of ['s3://', 's3://Evidence', 's3://evidence/../x', 's3://ev\\x', 's3://evidence/a\u0000'])
      expect(codeOf(() => read(wrong))).toBe(`bucket-address-wrong "${wrong}" is no address of a bucket.`);
    expect(codeOf(() => read('s3://KEY:hunter2@evidence'))).not.toContain('hunter2');
    const secret = { AWS_ENDPOINT_URL: 'https://KEY:hunter2@s3.internal' };
    expect(codeOf(() => read('s3://evidence', secret))).toBe(
      'bucket-endpoint-wrong "https://…@s3.internal" is no address of a server of buckets.',
    );
    expect(codeOf(() => bucketAddress('s3://evidence', { AWS_ACCESS_KEY_ID: 'KEY' }))).toContain('bucket-keys-wanted');
  });
});

describe('a listing', () => {
  const page = (inside: string) => pageIn(`<ListBucketResult>${inside}</ListBucketResult>`);

  it('is read whatever the names are, and says where it goes on', () => {
    const read = page(
      '<EncodingType>url</EncodingType><IsTruncated>true</IsTruncated><NextContinuationToken>t&amp;1</NextContinuationToken>' +
        '<Contents><Key>a%20b%2Bc+d%01</Key><ETag>&quot;e1&quot;</ETag><Size>3</Size><Owner><ID>x</ID></Owner></Contents>' +
        '<Contents><Key>%FF</Key><ETag>"e2"</ETag><Size>0</Size></Contents><CommonPrefixes><Prefix>p%2F</Prefix></CommonPrefixes>',
    );
    expect(read).toEqual({
      objects: [
        { key: 'a b+c d\u0001', size: 3, version: 'e1' },
        { key: '%FF\uFFFD', size: 0, version: 'e2' },
      ],
      folders: ['p/'],
      whole: true,
      next: 't&1',
    });
  });

  it('is none where it was broken off or is something else', () => {
    expect(page('<IsTruncated>true</IsTruncated>').whole).toBe(false);
    expect(page('<IsTruncated>false</IsTruncated><Contents><Key>a</Key></Contents>').whole).toBe(false);
    expect(pageIn('<html><IsTruncated>false</IsTruncated></html>').whole).toBe(false);
    expect(pageIn('no XML').whole).toBe(false);
  });
});

const EMPTY = '<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>';
const PATIENCE = { tries: 4, pauseMs: 1 };

/** What becomes of whoever enters a bucket where a server answers so. */
async function entering(answerTo: (line: string, turn: number) => Told) {
  const { env, asked } = await toldServer(answerTo);
  const outcome = await openBucket(bucketAddress('s3://evidence/x', env), PATIENCE).then(
    () => 'entered',
    (error: unknown) => (error instanceof ProofpackError ? `${error.exit} ${error.code} ${error.message}` : error),
  );
  return { outcome: String(outcome).replace(env.AWS_ENDPOINT_URL, 'SERVER'), asked };
}

describe('entering a bucket', () => {
  it('asks again where the server is overloaded or ill, and not for ever', async () => {
    const ill = await entering((line, turn) =>
      turn < 3
        ? { status: turn === 1 ? 503 : 500, code: 'SlowDown' }
        : { status: line.startsWith('GET') ? 404 : 200, code: 'NoSuchBucket' },
    );
    expect(ill.asked).toHaveLength(3);
    expect(ill.outcome).toBe('2 bucket-missing There is no bucket evidence at SERVER.');
    const dead = await entering(() => ({ status: 503, code: 'SlowDown' }));
    expect(dead.asked).toHaveLength(PATIENCE.tries);
    expect(dead.outcome).toBe(
      '6 bucket-unreachable SERVER did not answer for s3://evidence/x/, however often it was asked: 503 SlowDown of the server.',
    );
  });

  it('says what a server refuses, with the cure, and asks once', async () => {
    const told: Readonly<Record<string, string>> = {
      RequestTimeTooSkewed: '2 bucket-clock-skewed',
      ExpiredToken: '2 bucket-denied',
      AuthorizationHeaderMalformed: '2 bucket-denied',
    };
    for (const [code, expected] of Object.entries(told)) {
      const { outcome, asked } = await entering(() => ({ status: 403, code }));
      expect(outcome).toContain(expected);
      expect(asked).toHaveLength(1);
    }
    const moved = await entering(() => ({
      status: 301,
      code: 'PermanentRedirect',
      headers: { location: 'http://127.0.0.1:1/' },
    }));
    expect(moved.outcome).toContain(
      '2 bucket-refused The server of s3://evidence/x/ did not do what it was asked in the region us-east-1: 301',
    );
  });

  it('is not possible where conditions on writing are overlooked, or not understood', async () => {
    const overlooked = await entering((line) =>
      line.startsWith('GET') ? { status: 200, body: EMPTY } : { status: 200, headers: { etag: '"e"' } },
    );
    expect(overlooked.outcome).toContain('2 bucket-unconditional SERVER does not keep the conditions');
    // Nothing of the trial stays.
    expect(overlooked.asked.at(-1)).toMatch(/^DELETE \/evidence\/x\/\.proofpack-probe-/);
    const unknown = await entering((line) => ({ status: line.startsWith('GET') ? 200 : 501, body: EMPTY }));
    expect(unknown.outcome).toContain('2 bucket-unconditional');
    // New names are given once, and yet a version that is named is not looked at.
    const half = await entering((line, turn) => {
      if (line.startsWith('GET')) return { status: 200, body: EMPTY };
      return turn === 3 ? { status: 412 } : { status: 200, headers: { etag: '"e"' } };
    });
    expect(half.outcome).toContain('2 bucket-unconditional');
  });

  it('is told where nobody answers at all', async () => {
    const address = read('s3://evidence', { AWS_ENDPOINT_URL: `http://127.0.0.1:${await freePort()}` });
    const error = await openBucket(address, { tries: 2, pauseMs: 1 }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ exit: 6, code: 'bucket-unreachable' });
    expect(String(error)).toContain('ECONNREFUSED');
    expect(String(error)).not.toContain('hunter2');
  });

  it('tells of a listing that is none', async () => {
    const { env } = await toldServer(() => ({ status: 200, body: '<html>Welcome</html>' }));
    const send = await openRequests(bucketAddress('s3://evidence', env), PATIENCE);
    const { list } = await import('../../src/bucket/list.ts');
    const listing = list(send, { where: 's3://evidence/', prefix: '', below: '', level: 'all' });
    await expect(listing).rejects.toMatchObject({ code: 'bucket-refused' });
  });
});
