import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, it } from 'vitest';
import { placeExhibits } from '../../src/bundle/index.ts';
import type { Findings } from '../../src/model/findings.ts';
import { assessClient, CLIENTS, folderOf } from '../clients/world.ts';
import { type Documents, documentsOf, faultsIn, valuesOf } from './oscal-world.ts';
import { PLACEMENTS, WORLD } from './world.ts';

/** NIST's schemas, where they lie beside the project or where the variable says; we ship none that we did not write. */
const SCHEMAS =
  process.env['OSCAL_SCHEMAS'] ?? fileURLToPath(new URL('../../../shared/oscal/schemas', import.meta.url));
const FILES = {
  catalog: 'catalog',
  'assessment-plan': 'assessment-plan',
  'assessment-results': 'assessment-results',
  'plan-of-action-and-milestones': 'poam',
  'component-definition': 'component',
  'mapping-collection': 'mapping',
} as const;
const EDITIONS = ['auditor', 'internal', 'insurer', 'customer'] as const;

const validators = new Map<string, ValidateFunction>();

beforeAll(() => {
  if (!existsSync(SCHEMAS)) return;
  for (const [root, file] of Object.entries(FILES)) {
    const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: true });
    addFormats.default(ajv);
    validators.set(root, ajv.compile(JSON.parse(readFileSync(`${SCHEMAS}/oscal_${file}_schema.json`, 'utf8'))));
  }
});

/** What NIST's schemas say against these documents; nothing where they are not at hand. */
function schemaFaultsIn(documents: Documents): readonly string[] {
  if (validators.size === 0) return [];
  return [...documents].flatMap(([name, document]) => {
    const [root = ''] = Object.keys(document);
    const validate = validators.get(root);
    if (validate === undefined) return [`${name}: no schema for ${root}`];
    validate(document);
    return (validate.errors ?? []).map(({ instancePath, message }) => `${name}${instancePath}: ${message}`);
  });
}

describe.each(CLIENTS)('OSCAL of %s', (client) => {
  let findings: Findings;
  beforeAll(async () => {
    findings = await assessClient(folderOf(client));
  });

  // Two editions show alike; all four are built of one client.
  it.each(
    client === 'software' ? EDITIONS : (['auditor', 'insurer'] as const),
  )('is valid, whole and leads nowhere wrong: %s', (edition) => {
    const placements = placeExhibits(findings.exhibits, edition);
    const documents = documentsOf(findings, edition, placements);
    expect(documents.size).toBe(findings.frameworks.length + 6);
    expect(faultsIn(documents, placements)).toEqual([]);
    expect(schemaFaultsIn(documents)).toEqual([]);
  });

  it('tells each control and each gap once, with the verdict that it has', () => {
    const documents = documentsOf(findings, 'auditor', placeExhibits(findings.exhibits, 'auditor'));
    const results = documents.get('oscal-assessment-results.json') ?? {};
    const told = valuesOf(results, 'findings').flat();
    expect(told).toHaveLength(findings.frameworks.reduce((sum, { controls }) => sum + controls.length, 0));
    const supported = findings.frameworks
      .flatMap(({ controls }) => controls)
      .filter((each) => each.verdict === 'supported');
    expect(valuesOf(results, 'state').filter((state) => state === 'satisfied')).toHaveLength(supported.length);
    expect(valuesOf(documents.get('oscal-poam.json') ?? {}, 'poam-items').flat()).toHaveLength(findings.gaps.length);
  });
});

describe.skipIf(!existsSync(SCHEMAS))('the schemas of NIST', () => {
  it.each(EDITIONS)('take the world of our tests, in which every verdict occurs: %s', (edition) => {
    expect(schemaFaultsIn(documentsOf(WORLD, edition, PLACEMENTS))).toEqual([]);
  });

  it('take names that nobody should have', () => {
    for (const name of ['\n', ' \u0000\u2028x ', '\ud800', '*_<b>{{ insert }}', '1. [x](y)']) {
      const parties = WORLD.ownership.parties.map((party) => ({ ...party, name, title: name, meaning: name }));
      const gaps = WORLD.gaps.map((gap) => ({ ...gap, action: name, weakness: name, due: name, milestones: [name] }));
      const engagement = { ...WORLD.engagement, client: { ...WORLD.engagement.client, name } };
      const world = { ...WORLD, engagement, gaps, ownership: { ...WORLD.ownership, parties } };
      expect(schemaFaultsIn(documentsOf(world, 'auditor', PLACEMENTS)), JSON.stringify(name)).toEqual([]);
    }
  });

  it('would not take a document with an empty list or a foreign key', () => {
    const [plan] = [...documentsOf(WORLD, 'auditor', PLACEMENTS)].filter(([name]) => name.includes('poam'));
    const bad = { 'plan-of-action-and-milestones': { ...(plan?.[1] ?? {}), 'poam-items': [] } };
    expect(schemaFaultsIn(new Map([['bad.json', bad]]))).not.toEqual([]);
  });
});
