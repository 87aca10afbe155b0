import { describe, expect, it } from 'vitest';
import * as FACTS from '../../src/facts/index.ts';
import type { RecordKind } from '../../src/model/record.ts';
import * as SOURCES from '../../src/sources/index.ts';
import { allPractices } from './catalog-files.ts';

const PRACTICES = allPractices();
const KINDS: ReadonlyMap<string, readonly RecordKind[]> = new Map(
  Object.entries(SOURCES).map(([id, { kinds }]) => [id, kinds]),
);
const READS: ReadonlyMap<string, readonly RecordKind[]> = new Map(
  Object.entries(FACTS).map(([id, { from }]) => [id, from]),
);
const TOPICS: ReadonlyMap<string, string | undefined> = new Map(
  Object.entries(FACTS).map(([id, fact]) => [id, 'topic' in fact ? fact.topic : undefined]),
);

/** Somebody who can be rung up, not "the organisation". */
const BY_WHOM =
  /^Ask (IT\b|the (provider|leadership|owner|security official|privacy official|vCISO|head|office manager|building)|whoever|whom|internal IT|finance|HR|reception|each important vendor)/;

/** A menu of a product, a call of its interface, a command, or a file that a system keeps. */
const MENU = /\S > \S/;
const COMMAND =
  /\b(GET|Get-[A-Z]\w+|Invoke-\w+|aws [a-z]+ [a-z-]+|nmap -|restic [a-z]+|borg [a-z]+|clamscan -|dnf [a-z]+|dpkg -l)|\/var\/log\//;
const REGISTER = /\b([a-z]+(?:-[a-z]+)+)\.csv\b/g;

const registersIn = (text: string): readonly string[] => [...text.matchAll(REGISTER)].flatMap(([, id = '']) => id);
const topicsIn = (text: string): readonly string[] =>
  [...text.matchAll(/topic ([a-z-]+)/g)].flatMap(([, id = '']) => id);

const inTool = (text: string): boolean => MENU.test(text) || COMMAND.test(text);

/** Kinds that the export of some tool holds, and not only a register that a person fills in. */
const EXPORTED: ReadonlySet<RecordKind> = new Set(
  Object.values(SOURCES)
    .filter(({ product }) => !product.toLowerCase().endsWith('register'))
    .flatMap(({ kinds }) => [...kinds])
    .filter((kind) => kind !== 'document'),
);

/** What is judged by such a kind and yet has no menu: why a person must look it up or write it down. */
const OWN_SIGN_IN = 'Each has a sign-in page of its own and exports no policy.';
const BY_HAND = {
  'service-inventory': 'Subscriptions stand in invoices and contracts.',
  'saas-backup': 'No export of a backup of cloud services is read; its setting is looked up.',
  'mfa-remote-access': OWN_SIGN_IN,
  'mfa-network-devices': OWN_SIGN_IN,
  'mfa-business-applications': OWN_SIGN_IN,
  'mfa-vendor-access': OWN_SIGN_IN,
  'mfa-endpoint-administration': OWN_SIGN_IN,
  'risk-register': 'Risks are judged and written down by people.',
  'risk-treatment': 'Risks are judged and written down by people.',
  'penetration-testing': 'A test is reported by whoever made it.',
} as const;

describe('what to ask for when the evidence of a practice is missing', () => {
  it.each(
    PRACTICES.map(({ id, evidence }) => [id, evidence] as const),
  )('%s: of whom, what, and where it is found', (_, { askFor }) => {
    expect(askFor).toMatch(BY_WHOM);
    const registers = registersIn(askFor);
    if (!inTool(askFor)) expect(registers, askFor).not.toEqual([]);
  });

  it('names a menu or a command of a tool, but for what no export of a tool tells', () => {
    const exported = PRACTICES.filter(({ expects }) => {
      const deciding = expects.filter(({ bears }) => bears === 'directly').map(({ fact }) => READS.get(fact) ?? []);
      return deciding.some((kinds) => kinds.some((kind) => EXPORTED.has(kind)));
    });
    const without = exported.filter(({ evidence }) => !inTool(evidence.askFor)).map(({ id }) => id);
    expect(without).toEqual(Object.keys(BY_HAND));
  });

  it('names only registers that are read and hold what the practice is judged by', () => {
    const odd = PRACTICES.flatMap(({ id, evidence: { askFor, kinds } }) => {
      const fitting = (register: string) => KINDS.get(register)?.some((kind) => kinds.includes(kind)) === true;
      return registersIn(askFor).flatMap((register) => (fitting(register) ? [] : [`${id} ${register}`]));
    });
    expect(odd).toEqual([]);
  });

  it('names only topics that a fact of the practice looks for', () => {
    const odd = PRACTICES.flatMap(({ id, evidence, expects }) => {
      const known = new Set(expects.map(({ fact }) => TOPICS.get(fact)));
      return topicsIn(evidence.askFor).flatMap((topic) => (known.has(topic) ? [] : [`${id} ${topic}`]));
    });
    expect(odd).toEqual([]);
  });
});
