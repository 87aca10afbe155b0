import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { startMeasuring } from '../../src/facts/kit/measuring.ts';
import { DEFINITIONS, SCOPE } from './records.ts';
import { accounts } from './whole/accounts.ts';
import { backups } from './whole/backups.ts';
import { configuration } from './whole/configuration.ts';
import { devices } from './whole/devices.ts';
import { alone, documents, stated, topics } from './whole/documents.ts';
import { exposure } from './whole/exposure.ts';
import { cutLogs, operations, shortLogs } from './whole/operations.ts';
import { patches } from './whole/patches.ts';
import { campaigns, people } from './whole/people.ts';
import { populations } from './whole/populations.ts';
import { assessments, risks } from './whole/risks.ts';
import { runs } from './whole/runs.ts';
import { policies, secondFactor } from './whole/second-factor.ts';
import { allIsWell, papersAlone, registerAlone, vendors } from './whole/vendors.ts';
import { vulnerabilities } from './whole/vulnerabilities.ts';
import { told, variantsOf, type Whole } from './whole.ts';

const WORLDS: Readonly<Record<string, Readonly<Record<string, Whole>>>> = {
  accounts: { accounts },
  backups: { backups },
  configuration: { configuration, runs },
  devices: { devices },
  documents: { documents, stated, topics, ...alone },
  exposure: { exposure },
  operations: { operations, 'short logs': shortLogs, 'logs cut short': cutLogs },
  patches: { patches },
  people: { people, campaigns },
  populations: { populations },
  risks: { risks, ...assessments },
  'second-factor': { 'second factor': secondFactor, policies },
  vendors: { vendors, 'papers alone': papersAlone, 'the register alone': registerAlone, 'all is well': allIsWell },
  vulnerabilities: { vulnerabilities },
};
const ACCEPT = process.env['ACCEPT'] === '1';

describe('a known answer', () => {
  it('has the measure that its fact declares', () => {
    const declared = new Map(DEFINITIONS.map(([id, { measures }]) => [id, measures] as const));
    const known = Object.values(WORLDS)
      .flatMap((worlds) => Object.values(worlds))
      .flatMap(({ rows }) => {
        const measuring = startMeasuring(Object.fromEntries(DEFINITIONS), SCOPE);
        for (const row of rows) measuring.see(row);
        return measuring.finish().facts;
      })
      .flatMap(({ id, fact }) => (fact.status === 'known' ? [[id, fact.measure.kind] as const] : []));
    expect(known.filter(([id, kind]) => declared.get(id) !== kind)).toEqual([]);
    expect(new Set(known.map(([, kind]) => kind)).size).toBe(6);
  });
});

// Rewritten by `npm run accept`; read every line that it changes.
for (const [topic, worlds] of Object.entries(WORLDS)) {
  const path = `tests/facts/whole/${topic}.txt`;
  const golden = sectionsOf(existsSync(path) ? readFileSync(path, 'utf8') : '');
  const stories = Object.entries(worlds).flatMap(([world, whole]) =>
    variantsOf(whole).map((variant) => ({ title: `${world}, ${variant[0]}`, whole, variant })),
  );
  describe(`all that facts say of ${topic}`, () => {
    for (const { title, whole, variant } of stories) {
      it(title, () => {
        const made = told(whole, variant);
        if (ACCEPT) {
          golden.set(title, made);
          writeFileSync(path, stories.map((each) => `# ${each.title}\n\n${golden.get(each.title) ?? ''}\n`).join('\n'));
        }
        expect(made).toBe(golden.get(title));
      });
    }
  });
}

function sectionsOf(text: string): Map<string, string> {
  const sections = text.split(/^# /m).slice(1);
  return new Map(
    sections.map((section) => {
      const [title = '', ...rest] = section.split('\n');
      return [title, rest.join('\n').trim()];
    }),
  );
}
