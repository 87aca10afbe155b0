import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { Engagement } from '../../src/model/engagement.ts';
import type { OwnershipIssue } from '../../src/model/ownership.ts';
import { assignOwners, lintNamedOwners, startWitness } from '../../src/ownership/index.ts';
import { FRAMEWORKS, MODELS, PRACTICES } from './shipped.ts';

const CLIENTS = ['dental', 'professional-services', 'software'] as const;
const FOLDER = new URL('../../fixtures/clients/', import.meta.url);
const read = (path: string): unknown => parse(readFileSync(new URL(path, FOLDER), 'utf8'));

const Fault = z.strictObject({
  wrong: z.string(),
  patch: z.record(z.string(), z.unknown()),
  codes: z.array(z.string()),
  /** How many issues in all; one a code when it is not told. */
  issues: z.number().optional(),
});
const FAULTS = CLIENTS.flatMap((client) =>
  z
    .array(Fault)
    .parse(read(`${client}.faults/faults.yaml`))
    .map((fault) => [`${client}: ${fault.wrong}`, { client, ...fault }] as const),
);

/** Lists are added to those of the client, everything else stands in the place of its own. */
function issuesOf(client: string, patch: Readonly<Record<string, unknown>> = {}): readonly OwnershipIssue[] {
  const base = read(`${client}/engagement.yaml`) as Record<string, unknown>;
  const added = ['ownership', 'remediation'].map((key) => [
    key,
    [...((base[key] as unknown[] | undefined) ?? []), ...((patch[key] as unknown[] | undefined) ?? [])],
  ]);
  const engagement = Engagement.parse({ ...base, ...patch, ...Object.fromEntries(added) });
  const ids = engagement.frameworks.map((entry) => (typeof entry === 'string' ? entry : entry.id));
  const frameworks = FRAMEWORKS.filter(({ id }) => ids.includes(id));
  const ownership = assignOwners({ engagement, models: MODELS, practices: PRACTICES, frameworks });
  const witness = startWitness({ engagement, practices: PRACTICES, topicOf: () => undefined });
  return [...ownership.issues, ...lintNamedOwners(ownership, witness.finish().named)];
}

describe.each(CLIENTS)('the matrix of %s', (client) => {
  it('is in order as it stands', () => {
    expect(issuesOf(client)).toEqual([]);
  });
});

describe('a fault that was put into a client is found with its code, and nothing besides', () => {
  it.each(FAULTS)('%s', (_, { client, patch, codes, issues = codes.length }) => {
    const found = issuesOf(client, patch);
    const told = found.map(({ code, message }) => `${code}: ${message}`).join('\n');
    expect([...new Set(found.map(({ code }) => code))].sort(), told).toEqual([...codes].sort());
    expect(found.length, told).toBe(issues);
  });

  it('thirty and more', () => {
    expect(FAULTS.length).toBeGreaterThanOrEqual(30);
  });
});
