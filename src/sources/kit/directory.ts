import type { Fields, FileContext } from '../../intake/contract.ts';
import { type Observed, UNDATED } from '../../model/observed.ts';
import { ifDated } from './dated.ts';

const DISABLED = 0x2;
const NEVER_EXPIRES = 0x10000;
/** From 1601, where the directory begins to count, to 1970, in milliseconds; it counts in steps of 100 nanoseconds. */
const BEGINS_MS = 11_644_473_600_000;
const STEPS_PER_MS = 10_000;
/** The largest number stands for "never". */
const NEVER = 9_000_000_000_000_000_000;

/** The bits of `userAccountControl`, as the tools that dump the directory print them. */
export function accountControl(value: number | undefined): {
  readonly enabled: boolean | undefined;
  readonly passwordNeverExpires: boolean | undefined;
} {
  if (value === undefined) return { enabled: undefined, passwordNeverExpires: undefined };
  return { enabled: (value & DISABLED) === 0, passwordNeverExpires: (value & NEVER_EXPIRES) !== 0 };
}

/** `133717152000000000`, `20240501083000.0Z`, or a time in words; nothing where the directory means "never". */
export function directoryTime(raw: string | undefined, file: FileContext): Observed | undefined {
  return ifDated(toObserved(raw?.trim(), file));
}

function toObserved(raw: string | undefined, file: FileContext): Observed {
  if (raw === undefined || raw === '0') return UNDATED;
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.\d+)?Z$/.exec(raw) ?? [];
  if (year !== undefined) return file.time(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (!/^\d{16,19}$/.test(raw)) return file.time(raw);
  const steps = Number(raw);
  if (steps >= NEVER) return UNDATED;
  return file.time(String(Math.round(steps / STEPS_PER_MS - BEGINS_MS)), { epoch: 'milliseconds' });
}

export function fieldTime(row: Fields, name: string, file: FileContext): Observed | undefined {
  return directoryTime(row.text(name), file);
}

/** The groups that rule the domain, by the names that Windows gives them in the languages in which it is installed. */
const PRIVILEGED = [
  'Domain Admins',
  'Enterprise Admins',
  'Schema Admins',
  'Administrators',
  'Account Operators',
  'Backup Operators',
  'Domänen-Admins',
  'Organisations-Admins',
  'Schema-Admins',
  'Administratoren',
  'Konten-Operatoren',
  'Sicherungs-Operatoren',
  'Admins du domaine',
  "Administrateurs de l'entreprise",
  'Administrateurs du schéma',
  'Administrateurs',
  'Opérateurs de compte',
  'Opérateurs de sauvegarde',
  'Admins. del dominio',
  'Administradores de empresas',
  'Administradores de esquema',
  'Administradores',
  'Opers. de cuentas',
  'Operadores de copia de seguridad',
  'Admins. do Domínio',
  'Администраторы',
  'Администраторы домена',
  'Администраторы предприятия',
  'Администраторы схемы',
].map((name) => name.toLowerCase());

/** Whether a group, by its distinguished name or its bare one, is one of those that rule the domain. */
export function isPrivilegedGroup(group: string): boolean {
  const name = /^CN=((?:\\,|[^,])*)/i.exec(group.trim())?.[1] ?? group.trim();
  return PRIVILEGED.includes(name.replaceAll('’', "'").toLowerCase());
}
