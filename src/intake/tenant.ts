import { property, scalarText } from './json-path.ts';

/** What exports call the tenant that a row is of, folded. A home tenant is the guest's and says nothing of the export. */
const NAMES: ReadonlySet<string> = new Set([
  'tenant',
  'tenantid',
  'tenant id',
  'tenant_id',
  'azuretenantid',
  'aadtenantid',
]);

export function isTenantName(name: string): boolean {
  return name.length <= 13 && NAMES.has(name.toLowerCase());
}

const NONE: readonly string[] = [];

/** The tenants that an object names on its own level. */
export function tenantsOf(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return NONE;
  const names = Object.keys(value).filter(isTenantName);
  return names.length === 0 ? NONE : names.flatMap((name) => scalarText(property(value, name)) ?? []);
}
