import type { Message } from './message.ts';

/** Why an object of a bucket is not copied. */
const LEFT = {
  name: 'its name in the bucket cannot be that of a file',
  twin: 'another name in the bucket differs from its own in capitals or in the form of its letters alone',
  folder: 'other names in the bucket make a folder of its own',
} as const;
export type LeftReason = keyof typeof LEFT;
export const LEFT_REASONS = ['name', 'twin', 'folder'] as const satisfies readonly LeftReason[];

/** Of a portfolio that lies in a bucket. */
export const BUCKET_MESSAGES = {
  'bucket-address-wrong': {
    severity: 'error',
    says: ({ address }: { address: string }) => `"${address}" is no address of a bucket.`,
    hint: 'Write s3://bucket/folder, where folder may be left out; the server, the region and the keys are in the environment.',
  },
  'bucket-endpoint-wrong': {
    severity: 'error',
    says: ({ endpoint }: { endpoint: string }) => `"${endpoint}" is no address of a server of buckets.`,
    hint: 'Set AWS_ENDPOINT_URL to https://host:port without a name, a password or a question mark in it; leave it out for Amazon.',
  },
  'bucket-keys-wanted': {
    severity: 'error',
    says: () => 'No keys for the bucket are given.',
    hint: 'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, with AWS_SESSION_TOKEN where there is one; they are never arguments.',
  },
  'bucket-unreachable': {
    severity: 'error',
    says: ({ where, endpoint, reason }: { where: string; endpoint: string; reason: string }) =>
      `${endpoint} did not answer for ${where}, however often it was asked: ${reason}.`,
    hint: 'Check AWS_ENDPOINT_URL (https or http, host and port) and whether the server can be reached from here, then do the same again.',
  },
  'bucket-untrusted': {
    severity: 'error',
    says: ({ endpoint, reason }: { endpoint: string; reason: string }) =>
      `The certificate of ${endpoint} is not trusted here: ${reason}.`,
    hint: 'Name the file of the authority that signed it (PEM) in NODE_EXTRA_CA_CERTS before proofpack starts (AWS_CA_BUNDLE is not read), have an expired one renewed, and write the host in AWS_ENDPOINT_URL as the certificate does. There is no way to go without the check.',
  },
  'bucket-speaks-plain': {
    severity: 'error',
    says: ({ endpoint }: { endpoint: string }) => `${endpoint} does not speak TLS: what answers there is no https.`,
    hint: 'Check the port in AWS_ENDPOINT_URL; inside of a network that you trust, http:// may be what is meant.',
  },
  'bucket-object-too-large': {
    severity: 'error',
    says: ({ key, endpoint }: { key: string; endpoint: string }) =>
      `${key} is larger than 4 GB, and ${endpoint} keeps no conditions on what is put in parts: two workers could overwrite one another.`,
    hint: 'Hand the evidence over in smaller files, or use a server that keeps them (Amazon S3, R2, a recent MinIO).',
  },
  'bucket-missing': {
    severity: 'error',
    says: ({ bucket, endpoint }: { bucket: string; endpoint: string }) =>
      `There is no bucket ${bucket} at ${endpoint}.`,
    hint: 'Check the name and AWS_ENDPOINT_URL; where each bucket has a host of its own, set PROOFPACK_BUCKET_STYLE=host.',
  },
  'bucket-denied': {
    severity: 'error',
    says: ({ where, reason }: { where: string; reason: string }) =>
      `${where} may not be used with these keys: ${reason}.`,
    hint: 'Check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN and AWS_REGION; objects have to be listed, read, written and deleted there.',
  },
  'bucket-clock-skewed': {
    severity: 'error',
    says: ({ where }: { where: string }) =>
      `The clock of this machine is not that of the server of ${where}; it takes no request.`,
    hint: 'Set the clock of this machine right, by NTP for instance.',
  },
  'bucket-refused': {
    severity: 'error',
    says: ({ where, region, reason }: { where: string; region: string; reason: string }) =>
      `The server of ${where} did not do what it was asked${region === '' ? '' : ` in the region ${region}`}: ${reason}.`,
    hint: 'Check AWS_REGION and AWS_ENDPOINT_URL: what answers there has to speak S3, with listings of version 2.',
  },
  'bucket-unconditional': {
    severity: 'error',
    says: ({ where, endpoint }: { where: string; endpoint: string }) =>
      `${endpoint} does not keep the conditions If-None-Match and If-Match on writing into ${where}: two workers could overwrite one another.`,
    hint: 'Use a server that keeps them (Amazon S3, MinIO, Ceph, R2, in a recent version), or a copy of the bucket for each machine with --shard.',
  },
  'bucket-object-changed': {
    severity: 'error',
    says: ({ key }: { key: string }) => `${key} was changed in the bucket while it was read.`,
    hint: 'Wait until nobody writes there, then do the same again.',
  },
  'bucket-object-left': {
    severity: 'warning',
    says: ({ path, reason }: { path: string; reason: LeftReason }) =>
      `${path} was not read from the bucket: ${LEFT[reason]}.`,
    hint: 'Give it another name in the bucket, or hand it over in parts, if it is meant as evidence.',
  },
  'bucket-folder-left': {
    severity: 'warning',
    says: ({ name }: { name: string }) => `${name} in the bucket was left out: no folder can be called so.`,
    hint: 'Rename it in the bucket if it is a client or holds what goes for all of them.',
  },
  'bucket-clients-alike': {
    severity: 'error',
    says: ({ one, other }: { one: string; other: string }) =>
      `The clients ${one} and ${other} differ in capitals or in the form of their letters alone.`,
    hint: 'Rename the folder of one of them: not every system that builds them can tell them apart.',
  },
  'bucket-taken': {
    severity: 'error',
    says: ({ key }: { key: string }) =>
      `${key} was written by somebody else while this client was built; what was built here was not put in its place.`,
    hint: 'Do the same again: it is built of what lies there then.',
  },
  'bucket-flag-idle': {
    severity: 'error',
    says: ({ what }: { what: string }) => `${what} has no meaning for a portfolio in a bucket.`,
    hint: 'Packages go to packages/ below the same address; copy them from there to wherever else they are wanted.',
  },
} as const satisfies Readonly<Record<string, Message>>;
