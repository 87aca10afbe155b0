import type { Observed } from '../observed.ts';

/** Whether a user *can* use a second factor. That sign-in demands one is another question (`enforced`, access-policy). */
export interface MfaRegistration {
  readonly user: string;
  readonly registered: boolean | undefined;
  /** Sign-in demands it of this user, where the tool itself says so per user. */
  readonly enforced?: boolean;
  readonly enabled?: boolean;
  readonly admin?: boolean;
  readonly userType?: 'member' | 'guest' | 'service' | 'root';
  readonly methods?: readonly string[];
  readonly phishingResistant?: boolean;
  readonly weakOnly?: boolean;
  readonly bypass?: boolean;
  readonly lastSignIn?: Observed;
  readonly directory?: string;
}

/** A conditional access policy, security defaults or their like. Report-only is not enforced. */
export interface AccessPolicy {
  readonly name: string;
  readonly state: 'enforced' | 'report-only' | 'off' | 'unknown';
  readonly verbatim: string;
  readonly requires: readonly (
    | 'mfa'
    | 'phishing-resistant-mfa'
    | 'compliant-device'
    | 'block'
    | 'password-change'
    | 'other'
  )[];
  readonly blocksLegacyAuthentication: boolean;
  readonly users: 'all' | 'some' | 'none' | 'admin-roles' | 'guests';
  readonly applications: 'all' | 'some' | 'none' | 'admin-portals' | 'office365';
  /** Users, groups, roles, applications, places left out, as printed. */
  readonly exclusions: readonly string[];
  /** Narrowed further (platform, location, risk): does not hold for every sign-in. */
  readonly conditions: readonly string[];
  readonly modified?: Observed;
  readonly scope?:
    | 'directory'
    | 'vpn'
    | 'rdp'
    | 'backup-console'
    | 'network-devices'
    | 'cloud-console'
    | 'rmm'
    | 'application';
}

export interface UserAccount {
  readonly user: string;
  readonly displayName?: string;
  readonly email?: string;
  readonly enabled: boolean | undefined;
  readonly created?: Observed;
  readonly lastSignIn?: Observed;
  /** The export says in words that the user never signed in (kept apart from not saying). */
  readonly neverSignedIn?: boolean;
  readonly passwordSet?: Observed;
  readonly passwordNeverExpires?: boolean;
  readonly admin?: boolean;
  readonly userType?: 'member' | 'guest' | 'service' | 'root';
  readonly accessKeyAges?: readonly Observed[];
  readonly mfa?: boolean;
  /** `hr`: the list of people who work here, the authority on who should have an account. */
  readonly directory: string;
  readonly left?: Observed;
  readonly department?: string;
}

/** One decision of a review; created is not performed. */
export interface AccessReview {
  readonly review?: string;
  readonly subject?: string;
  readonly resource?: string;
  readonly reviewer?: string;
  readonly decision: 'kept' | 'removed' | 'not-reviewed' | 'unsure';
  readonly verbatim: string;
  readonly reviewed?: Observed;
  readonly applied?: boolean;
  readonly privileged?: boolean;
}
