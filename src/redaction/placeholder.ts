/** What stands in our own copies, also where a pattern ends before its bracket. */
const OURS = /^\[redacted:[a-z-]+\]?$/;
const MASKED =
  /^["'[(<{]{0,3}(?:[*•●xX#._-]{3,}|[*•●]+|<[A-Za-z0-9 _-]{0,60}>|\[[A-Za-z ,:_-]{0,60}\]|\{\{.*|\$\{.*|\$\(.*|\$env:.*|\$[A-Za-z_]+|%[A-Za-z_]+%)["'\])>}]{0,3}$/;

/** Whether there is a value, how it is kept, that it is not shown: told in its place. In small letters. */
const STATES = new Set(
  `yes no y n true false on off none null nil undefined unknown empty blank n/a na - -- tbd todo set unset configured enabled disabled required optional
  hidden masked redacted removed encrypted hashed protected secured stored present absent missing available unavailable changed unchanged expired active
  inactive valid invalid ok pass passed fail failed success warning error always not never auto automatic manual sso saml oauth oauth2 oidc ldap kerberos
  certificate publickey managed local cloud vault keyvault keychain minimum maximum length age policy complexity history lockout compliant noncompliant
  not_set not-set notset not_configured notconfigured passwordless password-based fido2 totp hotp sms voice email push phone app authenticator
  softwareoath hardwareoath windowshello microsoftauthenticator supported unsupported allowed denied applied pending registered verified unverified
  high medium low critical info informational any all other good bad weak strong`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** What follows "password" in a sentence. A column of passwords may well hold one of them. */
const WORDS_OF_SENTENCES = new Set(
  `user system admin administrator string value password passwd secret token key keys passphrase credential credentials hash example sample test default
  authentication login basic bearer ntlm domain placeholder sometimes this that is the a an and or of for to in with by from as be was were are has have
  will must should may can it its your you their when if at than least using used use without over via only but does do did been being which
  encryption decryption generation rotation reset expiry expiration options ascii hex`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Whether a text only tells of a value: a mask, a variable, a state. */
export function isState(text: string): boolean {
  const plain = text.trim();
  return (
    plain === '' ||
    OURS.test(plain) ||
    MASKED.test(plain) ||
    STATES.has(plain.toLowerCase().replace(/[\s-]+/g, '_')) ||
    STATES.has(plain.toLowerCase())
  );
}

/** The same for what stands in running text, where more words are no values. */
export function isPlaceholder(text: string): boolean {
  const plain = text.trim().replace(/[.,;:!?)]+$/, '');
  return isState(plain) || WORDS_OF_SENTENCES.has(plain.toLowerCase());
}
