import type { Observed } from '../../model/observed.ts';
import type { EvidenceRecord } from '../../model/record.ts';

/** Where members of a population are looked for. `currentFor`: days after which having been seen there says nothing of today. */
export interface Aspect {
  readonly id: string;
  readonly of: 'people' | 'devices';
  readonly title: string;
  readonly currentFor: number;
}

export const ASPECTS = [
  { id: 'patching', of: 'devices', title: 'Patching', currentFor: 45 },
  { id: 'endpoint-agent', of: 'devices', title: 'Endpoint agent', currentFor: 30 },
  { id: 'backup', of: 'devices', title: 'Backup', currentFor: 14 },
  { id: 'encryption', of: 'devices', title: 'Disk encryption', currentFor: 45 },
  { id: 'directory', of: 'people', title: 'Accounts in directories', currentFor: 92 },
  { id: 'second-factor', of: 'people', title: 'Second factor', currentFor: 92 },
  // Training is owed once a year.
  { id: 'training', of: 'people', title: 'Training', currentFor: 366 },
] as const satisfies readonly Aspect[];
export type AspectId = (typeof ASPECTS)[number]['id'];

export interface Sighting {
  readonly aspect: AspectId;
  readonly name: string;
  readonly more: readonly (string | undefined)[];
  readonly when: Observed;
}

/** Whom a record was seen with, and in what; undefined where it is about neither people nor devices, or tells no name. */
export function sightingOf(record: EvidenceRecord): Sighting | undefined {
  const { observed } = record;
  switch (record.kind) {
    case 'patch-install':
    case 'patch-state':
    case 'patch-summary':
      return seen('patching', record.device, observed);
    case 'endpoint-protection':
      return seen('endpoint-agent', record.device, record.lastSeen ?? observed, [
        record.serial,
        ...(record.aliases ?? []),
      ]);
    case 'backup-job':
    case 'backup-point':
      return seen('backup', record.system, observed);
    case 'backup-coverage':
      return record.covered ? seen('backup', record.system, observed) : undefined;
    case 'device-compliance':
      return record.encrypted === undefined
        ? undefined
        : seen('encryption', record.device, record.lastSync ?? observed, [record.serial]);
    case 'user-account':
      return record.enabled === false || !isPerson(record.userType)
        ? undefined
        : seen('directory', record.email ?? record.user, observed, [record.user, record.displayName]);
    case 'mfa-registration':
      return isPerson(record.userType) ? seen('second-factor', record.user, observed) : undefined;
    case 'training-completion':
      return seen('training', record.person, record.completed ?? observed);
    default:
      return undefined;
  }
}

function seen(
  aspect: AspectId,
  name: string | undefined,
  when: Observed,
  more: readonly (string | undefined)[] = [],
): Sighting | undefined {
  return name === undefined || name === '' ? undefined : { aspect, name, more, when };
}

function isPerson(userType: string | undefined): boolean {
  return userType === undefined || userType === 'member';
}
