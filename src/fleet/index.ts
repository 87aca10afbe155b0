export { chosen, type Shard, shardFrom } from './choose.ts';
export { earlierBuilds } from './earlier.ts';
export { type Job, type Lending, type Outcome, outcomeFrom, type RunContext, type ToldOutcome } from './job.ts';
export { machineLimits } from './machine.ts';
export { placeOf, stopForOthers } from './others-here.ts';
export { endingNote } from './pool.ts';
export { portfolioFindings } from './portfolio.ts';
export {
  type FleetRequest,
  type FleetResult,
  type FleetRun,
  jobOf,
  planRun,
  type RunPlan,
  startFleet,
} from './run.ts';
export { othersOfPortfolio } from './siblings.ts';
export { comparedWith, standing, unchanged } from './unchanged.ts';
export { failedOutcome, inputsOf, workOn } from './work-on.ts';
export { type Ending, startProcess, type Worker, type WorkerLimits } from './worker-process.ts';
