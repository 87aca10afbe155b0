export { extract, recognise } from './doors.ts';
export { LIMITS, type Limits } from './limits.ts';
export { type EvidenceRequest, type OnRecord, type Origin, readEvidence } from './read-evidence.ts';
export type { Sources } from './recognise.ts';
export { formatsOf, signaturesOf } from './signature.ts';
