export { readArchive } from './archive.ts';
export { packageName } from './names.ts';
export { pack } from './pack.ts';
export { placeExhibits, undelivered } from './placements.ts';
export { type PackageParts, planPackage } from './plan.ts';
export type { Replay, ReplayRequest } from './replay.ts';
export { CATALOGUE_FILE, FINDINGS_FILE, PackageRequest, REQUEST_FILE } from './request.ts';
export { verifyPackage } from './verify.ts';
