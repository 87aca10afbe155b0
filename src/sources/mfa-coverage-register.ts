import { defineSource } from '../intake/contract.ts';
import { nearest } from '../kernel/text.ts';
import { cell, listed, named } from './kit/columns.ts';
import { firstDated } from './kit/times.ts';

const SCOPES = {
  vpn: 'vpn',
  rdp: 'rdp',
  'remote desktop': 'rdp',
  'backup-console': 'backup-console',
  'backup console': 'backup-console',
  'network-devices': 'network-devices',
  'network devices': 'network-devices',
  firewall: 'network-devices',
  'cloud-console': 'cloud-console',
  'cloud console': 'cloud-console',
  rmm: 'rmm',
  'remote management': 'rmm',
  application: 'application',
} as const;
const ENFORCED = {
  yes: 'all',
  true: 'all',
  all: 'all',
  partly: 'some',
  partial: 'some',
  some: 'some',
  no: 'off',
  false: 'off',
  none: 'off',
} as const;
const ENFORCED_COLUMN = ['MFA enforced', 'MFA required', 'Enforced'];
const CHECKED = ['Checked on', 'Date checked', 'Verified on'];

export default defineSource({
  product: 'Register',
  title: 'Second factor outside the identity provider (CSV)',
  kinds: ['access-policy'],
  obtain: 'mfa-coverage-register.csv, filled in by somebody who looked at each system, with a screenshot for each row',
  proves: 'What a named person saw on a day: whether a VPN, a console or an application demands a second factor.',
  cannotProve: 'That it is so for every account: only the exceptions that were written down are known.',
  reads: [
    {
      shape: 'table',
      required: ['Scope', 'System', ENFORCED_COLUMN, 'Method', CHECKED, ['Checked by', 'Verified by']],
      row: (row, file) => {
        const name = row.text('System');
        if (name === undefined) return { reject: 'no system' };
        const scope = row.word('Scope', SCOPES);
        if (scope === undefined) {
          const near = nearest(row.text('Scope') ?? '', Object.keys(SCOPES));
          return {
            reject: `no scope is called "${row.text('Scope') ?? ''}"${near === undefined ? '' : `; the nearest is ${near}`}`,
          };
        }
        const enforced = row.word(named(row, ENFORCED_COLUMN), ENFORCED);
        const resistant = /fido|passkey|webauthn|security key|smart ?card|certificate/i.test(row.text('Method') ?? '');
        return {
          kind: 'access-policy',
          strength: 'A',
          observed: firstDated(row.time(named(row, CHECKED)), file.asStated),
          name,
          state: enforced === undefined ? 'unknown' : enforced === 'off' ? 'off' : 'enforced',
          verbatim: cell(row, ENFORCED_COLUMN) ?? '',
          requires: resistant ? ['mfa', 'phishing-resistant-mfa'] : ['mfa'],
          blocksLegacyAuthentication: false,
          users: enforced === 'some' ? 'some' : enforced === 'off' ? 'none' : 'all',
          applications: 'some',
          exclusions: listed(cell(row, ['Exceptions', 'Exclusions'])) ?? [],
          conditions: [],
          scope,
        };
      },
    },
  ],
});
