import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import { bucketStorage, folderStorage, type Storage } from '../storage/index.ts';
import type { Given } from './verb.ts';

/** Where the portfolio lies that was named: a folder, or a bucket whose server and keys are in the environment. */
export async function storageAsked(given: Given): Promise<Storage> {
  const [, folder = '.'] = given.args;
  const { bucketAddress, isBucketAddress, openBucket } = await import('../bucket/index.ts');
  if (!isBucketAddress(folder)) return folderStorage(folder, given.text('out'));
  if (given.text('out') !== undefined) throw idle('--out');
  const bucket = await openBucket(bucketAddress(folder, process.env));
  return bucketStorage(bucket, process.env['PROOFPACK_SCRATCH'] || undefined);
}

function idle(what: string): Error {
  return failure(diagnostic('bucket-flag-idle', { what }));
}
