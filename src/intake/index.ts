export { extract, type OneRequest, recognise } from './doors.ts';
export type { Guard, StartGuard } from './guard.ts';
export { LIMITS, type Limits } from './limits.ts';
export { type EvidenceRequest, type OnRecord, type Origin, readEvidence } from './read-evidence.ts';
export type { Sources } from './recognise.ts';
export { formatsOf, signaturesOf } from './signature.ts';
export { Refused } from './trouble.ts';
