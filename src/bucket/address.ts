import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';

/** Where a bucket is and how it is entered. */
export interface BucketAddress {
  readonly bucket: string;
  /** Of the portfolio: before the name of every object; empty, or with a slash at its end. */
  readonly prefix: string;
  /** Of the bucket; with a slash at its end. */
  readonly url: string;
  readonly region: string;
  readonly keys: BucketKeys;
  /** For people: never with a secret. */
  readonly where: string;
}

export interface BucketKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

export function isBucketAddress(text: string): boolean {
  return /^s3:/i.test(text);
}

/** `s3://bucket/prefix`; everything else comes from the variables that every tool for buckets reads. A secret is never an argument. */
export function bucketAddress(text: string, env: Environment): BucketAddress {
  // Not as a URL, which would take dots, percents and question marks of a name for something else.
  const [, bucket = '', path = ''] = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/(.*))?$/su.exec(text) ?? [];
  const steps = path.split('/').filter((step) => step !== '');
  if (bucket === '' || steps.some((step) => /^\.\.?$|[\p{Cc}\\]/u.test(step)))
    throw failure(diagnostic('bucket-address-wrong', { address: text.replace(/\/\/[^/]*@/, '//…@') }));
  const prefix = steps.map((step) => `${step}/`).join('');
  const region = said(env, 'AWS_REGION') ?? said(env, 'AWS_DEFAULT_REGION') ?? 'us-east-1';
  return {
    bucket,
    prefix,
    region,
    url: urlOf(bucket, region, env),
    keys: keysOf(env),
    where: `s3://${bucket}/${prefix}`,
  };
}

function keysOf(env: Environment): BucketKeys {
  const [accessKeyId, secretAccessKey] = [said(env, 'AWS_ACCESS_KEY_ID'), said(env, 'AWS_SECRET_ACCESS_KEY')];
  const sessionToken = said(env, 'AWS_SESSION_TOKEN');
  if (accessKeyId === undefined || secretAccessKey === undefined)
    throw failure(diagnostic('bucket-keys-wanted', undefined));
  return { accessKeyId, secretAccessKey, ...(sessionToken === undefined ? {} : { sessionToken }) };
}

/** Amazon gives each bucket a host; of other servers hardly one does, and no certificate fits a name with dots in it. */
function urlOf(bucket: string, region: string, env: Environment): string {
  const endpoint = said(env, 'AWS_ENDPOINT_URL_S3') ?? said(env, 'AWS_ENDPOINT_URL');
  const style =
    said(env, 'PROOFPACK_BUCKET_STYLE') ?? (endpoint === undefined && !bucket.includes('.') ? 'host' : 'path');
  const url = new URL(endpointOf(endpoint ?? `https://s3.${region}.amazonaws.com`));
  if (style === 'host') url.hostname = `${bucket}.${url.hostname}`;
  else url.pathname = `${url.pathname.replace(/\/$/, '')}/${bucket}`;
  return `${url.href.replace(/\/$/, '')}/`;
}

function endpointOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const right =
    url !== undefined &&
    /^https?:$/.test(url.protocol) &&
    `${url.username}${url.password}${url.search}${url.hash}` === '';
  if (!right) throw failure(diagnostic('bucket-endpoint-wrong', { endpoint: text.replace(/\/\/[^/]*@/, '//…@') }));
  return text;
}

function said(env: Environment, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === '' ? undefined : value;
}
