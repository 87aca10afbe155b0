/** Beside the engagement file, never an exhibit, never packaged: what the owner alone keeps. */
export const OWNER_KEY = 'proofpack.key';
export const COMMITMENTS = 'proofpack.commitments.json';
