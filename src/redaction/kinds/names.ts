import type { SightingKind } from '../../model/sighting.ts';

/**
 * What a column, key or element of a name holds. A name is taken apart into words (`ms-Mcs-AdmPwd`, `passwordLastSet`, `Client Secret`) and
 * told by its last ones: `passwordPolicy` and `sessionTimeout` hold no secret.
 */
const HOLDS: Readonly<Partial<Record<SightingKind, string>>> = {
  'aws-secret-key': 'secret access key, aws secret key, aws secret',
  'aws-session-token': 'session token, aws session token, security token',
  'azure-storage-key':
    'account key, storage key, storage account key, shared access key, primary key value, primary access key, secondary access key',
  'azure-sas': 'sas token, sas uri, sas url',
  'client-secret':
    'client secret, app secret, application secret, consumer secret, oauth secret, shared secret, secret, secret value, secret text, secret key, skey, signing secret, signing key, webhook secret, encryption key, master key, decryption key',
  'api-key':
    'api key, apikey, api secret, api token, access key, rest key, integration key secret, subscription key, service key, license api key, auth key, x api key, api user key, private api key, public private key pair, site token secret, agent secret, registration secret, enrollment secret, enrolment secret',
  'rmm-psa-api-key':
    'ninja api key, datto api key, datto rmm api key, connect wise private key, connectwise private key, ninja one api key, connectwise api key, autotask api key, autotask secret, itglue api key, it glue api key, hudu api key, kaseya api key, kaseya token, atera api key, syncro api token, huntress api key, huntress api secret, n able token, ncentral token, halo client secret, haloapi key, superops token, rmm api key, psa api key, integration code',
  'access-token':
    'access token, refresh token, bearer token, auth token, authentication token, oauth token, id token, user token, service token, bot token, deploy token, personal access token, pat token, security token value, token value, token secret, enrollment token, registration token, installation token, provisioning token, scim token, session id, session key, token',
  'session-cookie': 'cookie, cookies, set cookie, session cookie, auth cookie, request cookie',
  'authorization-header': 'authorization, authorization header, proxy authorization, auth header',
  'connection-string': 'connection string, connectionstring, conn string, conn str, database url, jdbc url, dsn',
  'private-key':
    'private key, private key pem, ssh private key, rsa private key, wireguard private key, private key data, pem key',
  password:
    'password, passwd, pwd, db pass, user pass, admin pass, root pass, smtp pass, ftp pass, passphrase, passcode, pass phrase, pass word, kennwort, passwort, mot de passe, contrasena, pin, pin code, pin number, user password, admin password, root password, temporary password, initial password, old password, new password, default password, current password, password value, password text, password plain, password plaintext, password clear text, cleartext password, security answer, secret answer, credential value, credential password, backup codes, recovery codes, recovery code, scratch codes',
  'local-administrator-password':
    'adm pwd, mcs adm pwd, laps password, local admin password, local administrator password',
  'directory-password-hash':
    'password hash, pwd hash, passwd hash, hashed password, password digest, user password hash, unicode pwd, nt pwd history, crypt, shadow hash',
  'ntlm-hash': 'nt hash, nthash, ntlm hash, ntlm, lm hash, lmhash',
  'bitlocker-recovery-key':
    'bitlocker key, bitlocker recovery key, bitlocker recovery password, bit locker key, bit locker recovery key, bit locker recovery password, recovery password',
  'filevault-recovery-key':
    'filevault key, file vault recovery key, filevault recovery key, personal recovery key, recovery key, disk encryption key, escrow key',
  'one-time-password-seed':
    'totp secret, otp secret, mfa secret, totp seed, otp seed, totp, totp uri, otp uri, otpauth, secret seed, totp key, authenticator secret, otp, base32 secret',
  'snmp-community':
    'snmp community, community string, community, snmp community string, ro community, rw community, read community, write community, snmp string, communities',
  'wireless-key':
    'wifi password, wi fi password, wireless password, wpa key, wpa psk, wpa2 psk, wlan key, ssid password, network key, key material, key content, wifi key',
  'vpn-shared-key': 'psk, pre shared key, preshared key, shared key, vpn key, ipsec key, ike key, vpn secret, vpn psk',
  'network-access-key': 'radius secret, radius shared secret, tacacs key, tacacs secret, radius key',
  'backup-password':
    'backup password, repository password, repo password, encryption password, encryption passphrase, backup encryption key, backup passphrase, restic password, borg passphrase',
  'group-policy-password': 'cpassword',
  'social-security-number':
    'ssn, social security, social security number, social security no, sin number, national insurance number, tax id number, itin',
  'medical-record-number':
    'mrn, medical record number, medical record no, medical record, patient id, patient number, patient no, chart number, chart no, patient account number',
  'health-plan-number':
    'mbi, medicare number, medicare id, medicaid id, health plan number, health plan id, insurance member id, member id number, subscriber id, beneficiary id, beneficiary number, policy holder id, insurance id, hicn',
  'patient-name':
    'patient name, patient, patient first name, patient last name, patient full name, insured name, subscriber name, guarantor name, guarantor, beneficiary name',
  'date-of-birth': 'dob, date of birth, birth date, birthdate, birthday, geburtsdatum, patient dob, d o b',
  'date-of-care':
    'admission date, discharge date, date of death, death date, date of service, service date of care, procedure date, visit date, appointment date',
  'payment-card': 'card number, credit card, credit card number, cc number, pan number, card no, debit card number',
  'bank-account':
    'iban, bank account, bank account number, account routing number, routing number, aba number, account number of bank',
  'licence-number':
    'driver license, drivers license, driver licence, driver license number, drivers license number, passport, passport number, passport no, dea number, dea, npi, npi number, medical license number, dl number',
  'biometric-data':
    'biometric, biometric data, biometric template, fingerprint template, face template, voice print, voiceprint, retina scan, iris scan, finger print image',
  'face-photo':
    'face photo, thumbnail photo, jpeg photo, photo data, patient photo, full face photo, employee photo, user photo data',
  'health-text':
    'diagnosis, diagnosis code, diagnoses, icd, icd code, icd 10 code,  procedure code, cpt code, medication, medications, prescription, allergies, lab result, clinical notes, chief complaint, medical history',
  'person-name':
    'display name, displayname, full name, fullname, first name, firstname, last name, lastname, given name, givenname, surname, middle name, employee name, user full name, person name, staff name, contact name, manager name, owner name, primary user display name, assigned user name, learner name, learner, student name, user display name, reviewed by name, employee, legal name, preferred name, nachname, vorname',
  'email-address':
    'email, e mail, mail, email address, mail nickname, user email, work email, primary email, contact email, recipient email, email id, smtp address, primary smtp address',
  'phone-number':
    'phone, phone number, mobile, mobile phone, mobile number, telephone, telephone number, business phone, business phones, home phone, office phone, cell phone, cell, contact number, ip phone',
  'fax-number': 'fax, fax number, facsimile telephone number',
  'street-address':
    'street, street address, home address, postal address, mailing address, address line,  postal code, zip, zip code, postcode, patient address',
  'vehicle-number': 'vin, vehicle identification number, license plate, licence plate, plate number, vehicle plate',
  'account-name':
    'user principal name, userprincipalname, upn, sam account name, samaccountname, username, user name, login, login name, logon name, user login, account name, user id name, primary user upn, owner upn, last logged on user, last logged in user, logged on user, initiated by user, distinguished name, distinguishedname',
  'account-number': 'sid, object sid, user sid',
  'staff-number':
    'employee id, employee number, staff id, staff number, badge number, badge id, personnel number, payroll number',
  'device-name':
    'device name, devicename, computer name, computername, hostname, host name, host names, machine name, machinename, system name, dns name, dns host name, fqdn, netbios name, server name, vm name, asset name, endpoint name, workstation, workstation name, computer, host fqdn, agent name, managed device name',
  'device-number':
    'serial number, serialnumber, serial no, serial, service tag, imei, meid, udid, uuid of device, device serial number, bios serial number, asset tag',
  'ip-address':
    'ip address, ipaddress, ip addresses, ip, ipv, ipv4 address, ipv6 address, host ip, local ip, private ip, public ip, source ip, client ip, external ip, internal ip, last ip',
  'mac-address':
    'mac address, macaddress, mac, mac addresses, wi fi mac address, ethernet mac address, physical address',
};

/** What tells that a name speaks about a value and does not hold it. */
const ABOUT = new Set(
  `policy policies expires expired expiry expiration expire age last set changed change history length never required require requires count complexity
  enabled disabled enforced type kind status state method methods name names description label hint min minimum max maximum days day date time timestamp
  lockout attempts attempt bad reset rotation rotated score strength reuse reused algorithm format source url uri endpoint id ids provider manager
  protected encrypted configured is has have can allow allowed use used uses valid validity version index usage scope scopes issuer audience permission
  permissions issue issues category compliance compliant check result test rule setting settings option options mode level sync synced synchronization
  self service sspr registered capable compromised breached leaked weak shared note notes comment comments created updated modified issued rotate
  revoked active inactive present missing total share ratio percent size bits fingerprint thumbprint writeback not non no without per quality
  public next previous continuation page pagination delta skip sync cancellation design block separate`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

const KINDS_BY_WORDS: ReadonlyMap<string, SightingKind> = new Map(
  Object.entries(HOLDS).flatMap(([kind, phrases]) =>
    phrases.split(/,\s*/).map((phrase): [string, SightingKind] => [phrase, kind as SightingKind]),
  ),
);
const LONGEST = Math.max(...[...KINDS_BY_WORDS.keys()].map((phrase) => phrase.split(' ').length));

const known = new Map<string, SightingKind | undefined>();
const REMEMBERED = 20_000;

/** The kind of value under a header, key or element of this name, or nothing. */
export function kindOfName(name: string): SightingKind | undefined {
  if (name.length > 80) return undefined;
  if (known.has(name)) return known.get(name);
  if (known.size >= REMEMBERED) known.clear();
  const kind = judged(wordsOf(name));
  known.set(name, kind);
  return kind;
}

function judged(words: readonly string[]): SightingKind | undefined {
  for (let length = Math.min(LONGEST, words.length); length > 0; length -= 1) {
    const kind = KINDS_BY_WORDS.get(words.slice(-length).join(' '));
    if (kind === undefined) continue;
    // "Password last set" ends otherwise; "last password" and "require password" do not.
    return words.slice(0, -length).some((word) => ABOUT.has(word)) && !FIRM.has(kind) ? undefined : kind;
  }
  return undefined;
}

/** Kinds that stay what they are whatever stands before: `last logged on user name`, `shared mailbox email`. */
const FIRM: ReadonlySet<SightingKind> = new Set([
  'person-name',
  'email-address',
  'phone-number',
  'fax-number',
  'account-name',
  'device-name',
  'device-number',
  'ip-address',
  'mac-address',
  'staff-number',
  'patient-name',
  'social-security-number',
  'medical-record-number',
  'date-of-birth',
]);

/** `msDS-ManagedPassword` to ms, ds, managed, password; figures at the end (`Password2`) only count. */
export function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .flatMap((word, i, all) => (i === all.length - 1 && /^\d{1,2}$/.test(word) && all.length > 1 ? [] : [word]))
    .map((word, i, all) => (i === all.length - 1 ? word.replace(/(?<=[a-z]{3})\d{1,2}$/, '') : word));
}
