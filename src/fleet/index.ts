export { type Shard, shardFrom } from './choose.ts';
export type { Job, Outcome, RunContext } from './job.ts';
export { type FleetRequest, type FleetResult, startFleet } from './run.ts';
export { workOn } from './work-on.ts';
