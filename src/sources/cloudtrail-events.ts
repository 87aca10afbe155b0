import { defineSource, type Fields, type FileContext } from '../intake/contract.ts';
import { sawEvent, spansSeen } from './kit/spans.ts';
import { firstDated } from './kit/times.ts';

export default defineSource({
  product: 'AWS CloudTrail',
  title: 'Events (log files, JSON lines or lookup-events)',
  kinds: ['audit-log-span'],
  obtain: 'the .json.gz files in the trail bucket; or aws cloudtrail lookup-events --start-time ... --end-time ...',
  proves: 'That API calls of the account were logged, and which time the exported events cover.',
  cannotProve: 'That anybody looked at the log, how long it is kept, or regions that are not in the file.',
  reads: [
    {
      shape: 'json',
      items: 'Records',
      required: ['eventSource', 'eventName', 'userIdentity', ['eventTime', '@timestamp']],
      item: read,
      end: spansSeen,
    },
    {
      shape: 'json',
      items: 'Events',
      required: ['EventId', 'EventName', 'EventTime', 'CloudTrailEvent'],
      item: (event, file) => sawEvent(file, file.said.system ?? 'AWS', event.time('EventTime', { epoch: 'seconds' })),
      end: spansSeen,
    },
    {
      shape: 'json-lines',
      required: { eventSource: true, eventName: true, userIdentity: true, eventVersion: true },
      line: read,
      end: spansSeen,
    },
  ],
});

function read(event: Fields, file: FileContext): undefined {
  const account = event.text('recipientAccountId') ?? event.text('userIdentity.accountId');
  const system = account === undefined ? 'AWS' : `AWS account ${account}`;
  return sawEvent(file, system, firstDated(event.time('eventTime'), event.time('@timestamp')));
}
