export { readArchive } from './archive.ts';
export { packageName } from './names.ts';
export { pack } from './pack.ts';
export { HOLDS_ORIGINALS, placeExhibits } from './placements.ts';
export { type PackageParts, planPackage } from './plan.ts';
export type { Replay, ReplayRequest } from './replay.ts';
export { CATALOGUE_COPY, type CatalogueCopy, FINDINGS_FILE, PACKAGE_FILE, type PackageFile } from './request.ts';
export { verifyPackage } from './verify.ts';
