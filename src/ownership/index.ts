export { type AdviceRequest, adviseModel } from './advise.ts';
export { assignOwners, type OwnershipRequest } from './assign.ts';
export { lintNamedOwners, type NamedOwner } from './named-owners.ts';
export { lintPeople, type PeopleKnown } from './people.ts';
export { type Resolved, resolveEach, resolveModels } from './resolve-models.ts';
export { planTransition, type TransitionRequest } from './transition.ts';
export { startWitness, type Witness, type WitnessScope } from './witness.ts';
