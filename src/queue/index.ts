export { type QueueAddress, queueAddress } from './address.ts';
export { buildByQueue, type QueuedRequest, type QueuedResult } from './put.ts';
export { type QueueSurvey, surveyQueue } from './survey.ts';
export { startWork, type WorkEvent, type Working, type WorkRequest, type WorkTotals } from './work.ts';
