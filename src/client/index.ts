export { type Assessed, assessFolder, assessListening } from './assess-folder.ts';
export { conditionsMet } from './conditions.ts';
export type { FailOn } from './fail-on.ts';
export { type Guarded, guardLeaks, keepCommitments, keyFor } from './guard-leaks.ts';
export { materialsOf } from './materials.ts';
export { type OpenEngagement, openEngagement } from './open.ts';
export { stopForOtherClients } from './other-clients.ts';
export { SILENT } from './progress.ts';
export { publish } from './publish.ts';
