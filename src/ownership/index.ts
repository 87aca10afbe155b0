export { assignOwners, type OwnershipRequest } from './assign.ts';
export { resolveModels } from './resolve-models.ts';
