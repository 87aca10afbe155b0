import type { SightingKind } from '../model/sighting.ts';
import { wordsOf } from './kinds/names.ts';
import { isState } from './placeholder.ts';

/** What columns and keys are called that name people, places or machines without saying so as plainly as `Display name` does. */
const NAMING: readonly (readonly [SightingKind, RegExp])[] = [
  [
    'person-name',
    /(?:^| )(?:owners?|assigned to|assignees?|managers?|approvers?|by|technicians?|requested for|users?|user id|contacts?|admin(?:istrator)?s?|employees?|attendees?|participants?|members?|actors?|callers?|reporters?|trainers?|trainees?|supervisors?|responsible|authors?|recipients?|senders?|from|to|mailbox(?:es)?|identity|principal name|accounts?|dn|cn|ou|people|persons?|staff|learners?|reviewers?|witness(?:es)?|who|object id|target user)$/,
  ],
  ['street-address', /(?:^| )(?:locations?|city|address|sites?|offices?)$/],
  [
    'device-name',
    /(?:^| )(?:hosts?|servers?|machines?|nodes?|sources?|destinations?|src|dst|clients?|targets?|vms?|virtual machines?|assets?|devices?|endpoints?|systems?|instances?|resources?|computers?|domains?|object name|agents?)$/,
  ],
];

/** What is called so names products, rules and states, however its values look. */
const HARMLESS =
  /(?:^| )(?:operating system|os|os name|products?|product name|software|applications?|app|title|updates?|vendor|publisher|status|state|result|outcome|type|category|severity|polic(?:y|ies)|policy name|rules?|rule name|plan|edition|model|manufacturer|department|role|version|kind|schedule|course|course name|campaign|module|control|framework|platform|(?:data|log|event) source|methods?|protocol|services?|service name|family|cve|kb|signature|tickets?|incidents?|changes?|cases?|number|reference)$/;

const PERSON = /^\p{Lu}[\p{L}'’-]+(?:,? (?:\p{Lu}\.? )?\p{Lu}[\p{L}'’-]+){1,3}$/u;
const MACHINE = /^(?=.*\d)(?!(?:CVE|KB|MS|CWE|RFC|ISO|SHA|AES|TLS|RSA)-?\d)[A-Z][A-Za-z0-9]+(?:-[A-Za-z0-9]+)+$/;
const MEASURE = /^[-+]?\d[\d\s.,:%/+-]*(?:[A-Za-z]{1,3})?$|^\d{4}-\d\d-\d\d|^\d{1,2}[./ -][\dA-Za-z]{1,9}[./ -]\d{2,4}/;

/**
 * What a value tells, by what stands above or before it and else by how it looks. Stricter than the search for what must not leave, which
 * would stop builds for nothing: of a copy that promises to name nobody, a product too much may become a pseudonym.
 */
export function namedBy(name: string, value: string): SightingKind | undefined {
  const plain = value.trim();
  if (plain.length < 2 || isState(plain) || MEASURE.test(plain)) return undefined;
  const words = wordsOf(name).join(' ');
  if (HARMLESS.test(words)) return undefined;
  const naming = NAMING.find(([, pattern]) => pattern.test(words));
  if (naming) return naming[0];
  if (PERSON.test(plain)) return 'person-name';
  return MACHINE.test(plain) ? 'device-name' : undefined;
}
