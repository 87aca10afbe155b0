import { PUBLIC_MAIL } from '../kernel/mail-domains.ts';
import type { Engagement } from '../model/engagement.ts';
import type { EvidenceRecord } from '../model/record.ts';

type Identifiers = Engagement['client']['identifiers'];

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const DOMAIN = /^(?:[a-z0-9-]+\.)+[a-z]{2,}$/;

/** Fewer than this say nothing. */
const FEWEST_ADDRESSES = 2;
const FEWEST_HOSTS = 3;

/**
 * Watches whose export this is. Careful on purpose, for a finding stops the build: only what the file states of its tenant, or most of its
 * own people or managed devices; guests and outside contacts are no alarm.
 */
export function watchForForeign(identifiers: Identifiers) {
  const known = {
    domains: identifiers.domains.map((domain) => domain.toLowerCase().replace(/^@/, '')),
    tenants: identifiers.tenants.map((tenant) => tenant.toLowerCase()),
    prefixes: identifiers.hostPrefixes.map((prefix) => prefix.toLowerCase()),
  };
  const addresses = new Map<string, string>();
  const hosts = new Set<string>();
  return {
    see(record: EvidenceRecord): void {
      const person = personOf(record)?.toLowerCase();
      const domain = person === undefined ? undefined : domainOf(person);
      if (person !== undefined && domain !== undefined) addresses.set(person, domain);
      const host = hostOf(record);
      if (host !== undefined) hosts.add(host.toLowerCase());
    },
    /** A tenant, domain or naming of devices that is somebody else's. */
    found: (tenants: Iterable<string>): string | null =>
      foreignTenant(tenants, known) ??
      foreignDomain([...addresses.values()], known) ??
      foreignHosts([...hosts], known) ??
      null,
  };
}

interface Known {
  readonly domains: readonly string[];
  readonly tenants: readonly string[];
  readonly prefixes: readonly string[];
}

/** The people whom a directory, a training platform or a scan of factors lists as its own. */
function personOf(record: EvidenceRecord): string | undefined {
  switch (record.kind) {
    case 'user-account':
      return record.userType === 'guest' ? undefined : (record.email ?? record.user);
    case 'mfa-registration':
      return record.userType === 'guest' ? undefined : record.user;
    case 'training-completion':
      return record.person;
    case 'phishing-simulation':
      return record.recipient;
    default:
      return undefined;
  }
}

function hostOf(record: EvidenceRecord): string | undefined {
  switch (record.kind) {
    case 'endpoint-protection':
    case 'device-compliance':
      return record.device;
    default:
      return undefined;
  }
}

function domainOf(address: string): string | undefined {
  if (address.includes('#ext#')) return undefined;
  const domain = address.slice(address.lastIndexOf('@') + 1);
  return address.includes('@') && DOMAIN.test(domain) ? domain : undefined;
}

/** One row of another tenant is one too many: exports of several tenants at once are how clients get mixed. */
function foreignTenant(stated: Iterable<string>, known: Known): string | undefined {
  for (const tenant of stated) if (isForeignTenant(tenant.trim().toLowerCase(), known)) return tenant;
  return undefined;
}

/** Like is compared with like: an id with ids, a name with names; a title in words with nothing. */
function isForeignTenant(tenant: string, known: Known): boolean {
  const like = GUID.test(tenant) ? GUID : DOMAIN.test(tenant) ? DOMAIN : undefined;
  const ours = [...known.tenants, ...known.domains].filter((name) => like?.test(name));
  if (ours.length === 0 || ours.some((name) => isWithin(tenant, name))) return false;
  // A tenant's first domain (contoso.onmicrosoft.com) tells nothing beside a client of whom only the mail domain is known.
  return !isServiceDomain(tenant) || ours.some(isServiceDomain);
}

function foreignDomain(domains: readonly string[], known: Known): string | undefined {
  const ours = [...known.domains, ...known.tenants.filter((tenant) => DOMAIN.test(tenant))];
  if (ours.length === 0) return undefined;
  const telling = domains.filter((domain) => {
    if (ours.some((name) => isWithin(domain, name))) return true;
    return !PUBLIC_MAIL.has(domain) && (!isServiceDomain(domain) || ours.some(isServiceDomain));
  });
  if (telling.length < FEWEST_ADDRESSES) return undefined;
  const theirs = telling.filter((domain) => !ours.some((name) => isWithin(domain, name)));
  return mostOf(theirs, telling.length);
}

function foreignHosts(hosts: readonly string[], known: Known): string | undefined {
  const names = hosts.filter((host) => /[a-z]/.test(host) && !host.includes(':'));
  if (known.prefixes.length === 0 || names.length < FEWEST_HOSTS) return undefined;
  const ours = (host: string) =>
    known.prefixes.some((prefix) => host.startsWith(prefix)) || known.domains.some((domain) => isWithin(host, domain));
  if (names.some(ours)) return undefined;
  const prefixes = names.flatMap((host) => /^[a-z]{2,}(?=[-_])/.exec(host)?.[0] ?? []);
  const prefix = mostOf(prefixes, names.length);
  return prefix === undefined ? undefined : `${prefix.toUpperCase()}-…`;
}

/** The value that more than half of them have. */
function mostOf(values: readonly string[], of: number): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  for (const [value, count] of counts) if (count * 2 > of) return value;
  return undefined;
}

function isWithin(name: string, domain: string): boolean {
  return name === domain || name.endsWith(`.${domain}`);
}

function isServiceDomain(name: string): boolean {
  return name.endsWith('.onmicrosoft.com');
}
