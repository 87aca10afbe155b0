import type { UnsearchedReason } from '../kernel/messages/redaction.ts';
import type { Sha256 } from '../kernel/sha256.ts';

/**
 * What a found value is. `secret`: whoever has it gets in. `sensitive`: about a patient, an account or a body, and nobody's business.
 * `personal`: names a person, a device or an address, as evidence of IT does.
 */
export type SightingClass = 'secret' | 'sensitive' | 'personal';

/** Where something was found in a text, and what it is. The value is the text between the two. */
export interface Sighting {
  readonly kind: SightingKind;
  readonly from: number;
  readonly to: number;
}

/** What of one kind was found in one exhibit, without a word of it. */
export interface Found {
  /** Of the engagement folder; what stands inside a container has its own: `outer.zip!/inner.csv`. */
  readonly path: string;
  readonly kind: SightingKind;
  readonly class: SightingClass;
  readonly count: number;
  /** The first of them. */
  readonly lines: readonly number[];
  /** One for each different value, the first of them: equal ones are the same value, and nothing else can be told from them. */
  readonly fingerprints: readonly string[];
}

/** A file that was not searched, or not in whole, and why. */
export interface Unsearched {
  readonly path: string;
  readonly sha256: Sha256;
  readonly because: UnsearchedReason;
}

/** What was looked for in the exhibits, what was found, and what could not be searched. */
export interface Sightings {
  readonly found: readonly Found[];
  /** Nothing is known of what stands in it, or in a part of it. */
  readonly unsearched: readonly Unsearched[];
  readonly searched: { readonly files: number; readonly bytes: number };
  /** What an edition without names must not show, each with its kind. For comparing only: never printed, never logged. */
  readonly values: ReadonlyMap<string, SightingKind>;
  /** False when there were more different values than are kept. */
  readonly valuesWhole: boolean;
}

/** Every kind that is looked for. A new one without a class and words does not compile. */
export const SIGHTING_CLASSES = {
  'aws-secret-key': 'secret',
  'aws-session-token': 'secret',
  'azure-storage-key': 'secret',
  'azure-sas': 'secret',
  'entra-client-secret': 'secret',
  'google-api-key': 'secret',
  'google-oauth-secret': 'secret',
  'github-token': 'secret',
  'gitlab-token': 'secret',
  'slack-token': 'secret',
  'webhook-address': 'secret',
  'payment-api-key': 'secret',
  'mail-api-key': 'secret',
  'package-registry-token': 'secret',
  'ai-api-key': 'secret',
  'cloud-api-token': 'secret',
  'vault-token': 'secret',
  'identity-provider-token': 'secret',
  'rmm-psa-api-key': 'secret',
  'json-web-token': 'secret',
  'authorization-header': 'secret',
  'session-cookie': 'secret',
  'connection-string': 'secret',
  'address-with-password': 'secret',
  'private-key': 'secret',
  'cisco-password': 'secret',
  'juniper-password': 'secret',
  'fortinet-password': 'secret',
  'unix-password-hash': 'secret',
  'ntlm-hash': 'secret',
  'netntlm-response': 'secret',
  'kerberos-ticket': 'secret',
  'directory-password-hash': 'secret',
  'group-policy-password': 'secret',
  'bitlocker-recovery-key': 'secret',
  'filevault-recovery-key': 'secret',
  'one-time-password-seed': 'secret',
  'snmp-community': 'secret',
  'wireless-key': 'secret',
  'vpn-shared-key': 'secret',
  'network-access-key': 'secret',
  'backup-password': 'secret',
  'password-on-command-line': 'secret',
  'local-administrator-password': 'secret',
  password: 'secret',
  'client-secret': 'secret',
  'api-key': 'secret',
  'access-token': 'secret',
  'social-security-number': 'sensitive',
  'medical-record-number': 'sensitive',
  'health-plan-number': 'sensitive',
  'patient-name': 'sensitive',
  'date-of-birth': 'sensitive',
  'date-of-care': 'sensitive',
  'payment-card': 'sensitive',
  'bank-account': 'sensitive',
  'licence-number': 'sensitive',
  'biometric-data': 'sensitive',
  'face-photo': 'sensitive',
  'health-text': 'sensitive',
  'person-name': 'personal',
  'email-address': 'personal',
  'phone-number': 'personal',
  'fax-number': 'personal',
  'street-address': 'personal',
  'vehicle-number': 'personal',
  'account-name': 'personal',
  'account-number': 'personal',
  'staff-number': 'personal',
  'device-name': 'personal',
  'device-number': 'personal',
  'ip-address': 'personal',
  'mac-address': 'personal',
  'web-address': 'personal',
} as const satisfies Record<string, SightingClass>;
export type SightingKind = keyof typeof SIGHTING_CLASSES;
