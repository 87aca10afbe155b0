import { day, phishing, staff, training, undated } from '../records.ts';
import type { Whole } from '../whole.ts';

const on = (text: string) => ({ observed: day(text) });

export const people: Whole = {
  rows: [
    staff('dana', { department: 'Finance' }),
    staff('sam', { department: 'IT' }),
    staff('kim', { department: 'Billing' }),
    staff('lee'),
    staff('max'),
    staff('pat', { department: 'Accounts' }),
    training({ completed: day('2025-10-15'), policyAcknowledged: true }),
    training({ person: 'sam@client.example', completed: day('2025-10-14'), policyAcknowledged: false }),
    training({ person: 'kim@client.example', completed: undated }),
    training({ person: 'lee@client.example', completed: undefined, due: day('2026-10-01') }),
    training({ person: 'max@client.example', status: 'in-progress', verbatim: 'Started', due: day('2026-10-14') }),
    training({ person: 'pat@client.example', status: 'not-started', verbatim: 'Not started', due: day('2026-10-15') }),
    training({
      person: 'pat@client.example',
      status: 'overdue',
      verbatim: 'Overdue',
      due: day('2026-10-20'),
      campaign: 'Q4',
    }),
    training({ person: 'ghost@client.example', status: 'unknown', verbatim: '?', due: undated }),
    training({ person: 'ghost2@client.example', topic: 'hipaa' }),
    training({ person: 'max@client.example', topic: 'other' }),
    training({ topic: 'finance', course: 'Wire fraud' }),
    training({
      topic: 'finance',
      course: 'Wire fraud',
      person: 'kim@client.example',
      status: 'overdue',
      verbatim: 'Overdue',
    }),
    training({ topic: 'finance', course: 'Wire fraud', person: 'sam@client.example' }),
    training({ topic: 'privileged', course: 'Admins', person: 'sam@client.example' }),
    training({
      topic: 'privileged',
      course: 'Admins',
      person: 'root@client.example',
      status: 'not-started',
      verbatim: 'No',
    }),
    phishing({ ...on('2026-06-01'), delivered: 10, clicked: 2, submitted: 9 }),
    phishing({ ...on('2026-03-01'), campaign: 'March', delivered: 8, submitted: 1 }),
    phishing({ ...on('2025-12-01'), campaign: 'December', delivered: 6 }),
    phishing({ ...on('2026-04-01'), campaign: 'Error', status: 'error', verbatim: 'Error', delivered: 3, clicked: 3 }),
    phishing({ ...on('2026-04-02'), campaign: 'Odd', status: 'unknown', verbatim: '?', delivered: 3 }),
    phishing({ ...on('2026-04-03'), campaign: 'Nobody', delivered: 0, clicked: 0 }),
    phishing({
      ...on('2026-04-04'),
      campaign: 'Active',
      status: 'active',
      verbatim: 'Running',
      delivered: 4,
      clicked: 0,
    }),
    phishing({ ...on('2025-09-30'), campaign: 'Before', delivered: 99, clicked: 99 }),
    phishing({ ...on('2026-07-01'), campaign: 'Single', recipient: 'dana@client.example', delivered: 1, clicked: 1 }),
    phishing({ ...on('2026-07-01'), campaign: 'Single', recipient: 'sam@client.example', delivered: 1, submitted: 1 }),
    phishing({ ...on('2026-07-01'), campaign: 'Single', recipient: 'kim@client.example', delivered: 1, clicked: 0 }),
    phishing({ ...on('2026-07-01'), campaign: 'Single', recipient: 'lee@client.example', delivered: 0 }),
    phishing({
      ...on('2026-07-01'),
      campaign: 'Single',
      recipient: 'max@client.example',
      status: 'unknown',
      delivered: 1,
    }),
    phishing({
      ...on('2026-07-01'),
      campaign: 'Single',
      recipient: 'pat@client.example',
      status: 'unknown',
      verbatim: '?',
    }),
    phishing({ ...on('2026-07-01'), campaign: 'single', delivered: 50, clicked: 40 }),
  ],
};

/** A campaign that reached everybody. */
export const campaigns: Whole = {
  rows: [
    staff('dana'),
    staff('sam'),
    training(),
    phishing({ ...on('2026-06-01'), delivered: 2, clicked: 3 }),
    phishing({ ...on('2026-09-01'), campaign: 'September', delivered: 1, clicked: 0 }),
  ],
};
