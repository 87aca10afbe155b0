import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { OWNERSHIP_MESSAGES } from '../../src/kernel/messages/ownership.ts';
import { OperatingModelSource } from '../../src/model/ownership.ts';
import { resolveModels } from '../../src/ownership/index.ts';
import { MODELS, owners, PEOPLE } from './shipped.ts';

const TEXT = readFileSync(new URL('../../docs/add-an-operating-model.md', import.meta.url), 'utf8');
const EXAMPLES = [...TEXT.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, yaml = '']) => parse(yaml) as object);

describe('docs/add-an-operating-model.md', () => {
  it('shows a model that works', () => {
    const models = resolveModels([
      ...MODELS.map((model) => OperatingModelSource.parse(model)),
      OperatingModelSource.parse(EXAMPLES[0]),
    ]);
    const says = { operatingModel: 'watched', parties: { ...PEOPLE, mssp: { name: 'Tidewatch' } } };
    expect(owners(says, { models }).issues).toEqual([]);
  });

  it('shows overrides and handovers that an engagement may say', () => {
    for (const says of EXAMPLES.slice(1)) expect(owners(says).issues).toEqual([]);
  });

  it('lists every code that the lints raise', () => {
    const notLints = /^(operating-model|handover|owners-at)-/;
    const codes = Object.keys(OWNERSHIP_MESSAGES).filter((code) => !notLints.test(code));
    expect(codes.filter((code) => !TEXT.includes(`\`${code}\``))).toEqual([]);
  });
});
