import { day, exercise, incident, logReview, logSpan, undated } from '../records.ts';
import type { Whole } from '../whole.ts';

const on = (text: string) => ({ observed: day(text) });

export const operations: Whole = {
  rows: [
    incident({ title: 'Phish', lessonsRecorded: true }),
    incident({ incidentId: 'INC2', state: 'resolved', lessonsRecorded: false }),
    incident({ incidentId: 'INC3', state: 'open', lessonsRecorded: true }),
    incident({ incidentId: 'INC4', state: 'unknown' }),
    incident({ incidentId: 'INC5', security: false, state: 'open' }),
    incident({ incidentId: 'INC6', security: undefined, state: 'open' }),
    incident({ incidentId: 'INC7', opened: day('2025-09-30'), state: 'open' }),
    incident({ incidentId: 'INC8', opened: day('2025-10-01') }),
    incident({ ...on('2026-02-01'), incidentId: 'INC9', opened: undefined }),
    incident({ incidentId: 'INC10', opened: undated, state: 'open' }),
    exercise({ scenario: 'Ransomware at night', actionsOpen: 2 }),
    exercise({ performed: day('2025-10-15'), coversRansomware: true, actionsOpen: 0, from: { path: 'a.csv' } }),
    exercise({ performed: day('2025-10-14'), coversRansomware: true, from: { path: 'b.csv' } }),
    exercise({ performed: day('2026-06-01'), coversRansomware: false, from: { path: 'c.csv' }, actionsOpen: 1 }),
    exercise({ performed: day('2026-06-02'), participants: [], from: { path: 'd.csv' } }),
    exercise({ performed: day('2026-06-03'), scenario: 'Flood', from: { path: 'e.csv' } }),
    exercise({ exerciseType: 'disaster-recovery', performed: day('2026-01-10'), scenario: 'Ransomware' }),
    exercise({ exerciseType: 'continuity', performed: day('2026-02-10'), participants: ['Dana'] }),
    exercise({ exerciseType: 'other', performed: day('2026-03-10'), actionsOpen: 5 }),
    logSpan(),
    logSpan({ system: 'FW', first: day('2026-07-02'), last: day('2026-09-30') }),
    logSpan({ system: 'SRV01', first: day('2026-07-03'), last: day('2026-09-30'), truncated: true }),
    logSpan({ system: 'SRV02', retentionDays: 30, events: 0 }),
    logSpan({ system: 'srv02.client.example', retentionDays: 60 }),
    logSpan({ system: 'SRV03', first: undated }),
    logSpan({ system: 'SRV04', last: day('2026-10-16') }),
    logSpan({ system: 'SRV05', retentionDays: 400, truncated: true }),
    logSpan({ system: 'M365', first: day('2026-09-01'), last: day('2026-09-30') }),
    logReview(),
    logReview({ reviewed: day('2026-08-31'), reviewer: ' ' }),
    logReview({ reviewed: day('2026-08-30'), reviewer: undefined, system: 'FW' }),
    logReview({ reviewed: day('2025-10-01'), system: 'FW' }),
    logReview({ reviewed: day('2025-10-31'), system: 'FW' }),
    logReview({ reviewed: day('2025-11-01'), system: 'FW' }),
    logReview({ reviewed: day('2025-09-30'), system: 'FW' }),
    logReview({ reviewed: day('2026-10-05'), system: 'FW' }),
    logReview({ reviewed: undated, system: 'FW' }),
  ],
};

/** Logs that are too short to tell how long they are kept. */
export const shortLogs: Whole = {
  rows: [
    logSpan({ first: day('2026-09-01'), last: day('2026-09-30') }),
    logSpan({ system: 'FW', first: day('2026-09-02'), last: day('2026-09-30') }),
    logSpan({ system: 'Later', last: day('2026-10-16') }),
  ],
};
export const cutLogs: Whole = {
  once: true,
  rows: [logSpan({ first: day('2026-09-01'), last: day('2026-09-30'), truncated: true })],
};
