import type { RecordOf } from '../../model/record.ts';
import type { Named } from './subjects.ts';

export type Risk = RecordOf<'risk-item'>;

export function riskOf(risk: Risk): Named {
  return { name: risk.riskId };
}

export function isOpen({ status }: Risk): boolean {
  return status !== 'closed' && status !== 'accepted';
}

export function riskText(risk: Risk): string {
  return `${risk.riskId} ${risk.title}`;
}
