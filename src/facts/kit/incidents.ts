import type { RecordOf } from '../../model/record.ts';
import type { Clock } from './time.ts';
import { dayText } from './time.ts';

export type Incident = RecordOf<'incident'>;

/** A ticket is a security incident only where its category says so. */
export function isSecurity(incident: Incident): boolean {
  return incident.security === true;
}

export function incidentText(incident: Incident, clock: Clock): string {
  const title = incident.title === undefined ? '' : ` ${incident.title}`;
  return `${incident.incidentId}${title}, opened ${dayText(openedOn(incident), clock)}`;
}

export function openedOn(incident: Incident) {
  return incident.opened ?? incident.observed;
}
