export { type BucketAddress, bucketAddress, isBucketAddress } from './address.ts';
export { type Bucket, type Content, openBucket, type Put, type Standing } from './bucket.ts';
export type { Listed, Listing } from './list.ts';
export { PROBE } from './probe.ts';
export type { Patience } from './request.ts';
