import { expect, it } from 'vitest';
import { uuidV5 } from '../../src/kernel/uuid.ts';
import { NAMESPACE } from '../../src/report/oscal/scope.ts';

const DNS = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';
const URL_SPACE = '6ba7b811-9dad-11d1-80b4-00c04fd430c8';

it('makes the identifier that RFC 9562 gives as its example', () => {
  expect(uuidV5(DNS, 'www.example.com')).toBe('2ed6657d-e927-568b-95e1-2665a8aea6a2');
});

it('has a space of its own, made as it is told', () => {
  expect(uuidV5(URL_SPACE, 'proofpack OSCAL')).toBe(NAMESPACE);
});
