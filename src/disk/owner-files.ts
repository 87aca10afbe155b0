/** Beside the engagement file, never an exhibit, never packaged: what the owner alone keeps. */
export const OWNER_KEY = 'proofpack.key';
export const COMMITMENTS = 'proofpack.commitments.json';
/** What was built from what, and the files that it was built from. */
export const STORE_FOLDER = '.proofpack';
/** In a copy of a bucket: which objects were not copied, and why. */
export const LEFT_IN_BUCKET = '.proofpack-left.json';
