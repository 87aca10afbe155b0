// Made-up secrets and made-up data of patients in the forms in which exports hold them, and planted into real-shaped exports. Nothing here is
// anybody's: values are drawn by chance from a seed and put together here, so that no scanner takes this file for a leak.
const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const UPPER = LOWER.toUpperCase();
const DIGITS = '0123456789';
const ALNUM = LOWER + UPPER + DIGITS;
const HEX = `${DIGITS}abcdef`;
const B64 = `${ALNUM}+/`;
const URL64 = `${ALNUM}-_`;
const CRYPT = `./${ALNUM}`;

export function chance(seed) {
  let state = (seed * 2654435761 + 1013904223) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** What makers draw from. */
function drawer(seed) {
  const next = chance(seed);
  const below = (n) => Math.floor(next() * n);
  const of = (signs, length) => Array.from({ length }, () => signs[below(signs.length)]).join('');
  const one = (list) => list[below(list.length)];
  // A password as people and managers of passwords make them: letters, figures, a sign.
  const password = () =>
    one([
      () =>
        `${one(['Winter', 'Summer', 'Lakeside', 'Molar', 'Falcon', 'Autumn', 'Harbor'])}${of(DIGITS, 4)}${one(['!', '#', '?', '$', '*'])}`,
      () => `${of(LOWER, 5)}-${of(UPPER, 5)}-${of(DIGITS, 4)}`,
      () => `${of(ALNUM, 10)}${one(['!', '%', '_', '#'])}${of(DIGITS, 2)}`,
      () => `${one(['Tr0ub4dor', 'P4ssw0rd', 'Ch4ngeM3', 'L3tmein'])}${one(['&', '!', '@'])}${of(DIGITS, 3)}`,
    ])();
  return { next, below, of, one, password };
}

const under =
  (...names) =>
  (value) =>
  (d) => ({ name: d.one(names), value: value(d) });
const line = (write) => (value) => (d) => {
  const made = value(d);
  return { line: write(made, d), value: made };
};

const luhn = (digits) => {
  const sum = [...digits].reverse().reduce((all, c, i) => {
    const n = i % 2 === 0 ? Number(c) * 2 : Number(c);
    return all + (n > 9 ? n - 9 : n);
  }, 0);
  return String((10 - (sum % 10)) % 10);
};
const ssn = (d) => `${d.one(['123', '219', '457', '501', '612', '078'])}-${10 + d.below(89)}-${1000 + d.below(8999)}`;
const birth = (d) =>
  d.one([
    `19${40 + d.below(59)}-0${1 + d.below(9)}-1${d.below(10)}`,
    `0${1 + d.below(9)}/1${d.below(10)}/19${40 + d.below(59)}`,
  ]);
const mbi = (d) => {
  const L = 'ACDEFGHJKMNPQRTUVWXY';
  const s = (signs) => d.of(signs, 1);
  return `${1 + d.below(9)}${s(L)}${s(L + DIGITS)}${s(DIGITS)}-${s(L)}${s(L + DIGITS)}${s(DIGITS)}-${s(L)}${s(L)}${d.of(DIGITS, 2)}`;
};
const iban = (d) => {
  const body = d.of(DIGITS, 18);
  const rest = [...`${body}131400`].reduce((all, c) => Number(`${all}${c}`) % 97, 0);
  return `DE${String(98 - rest).padStart(2, '0')}${body}`;
};
const card = (d) => {
  const body = `4${d.of(DIGITS, 14)}`;
  return `${body}${luhn(body)}`.replace(/(.{4})(?=.)/g, d.one(['$1 ', '$1-']));
};
const npi = (d) => {
  const body = `1${d.of(DIGITS, 8)}`;
  return `${body}${luhn(`80840${body}`)}`;
};
const bitlocker = (d) => Array.from({ length: 8 }, () => String(d.below(65536) * 11).padStart(6, '0')).join('-');
const pem = (d, kind) =>
  `-----BEGIN ${kind}PRIVATE ${'KEY'}-----\n${Array.from({ length: 4 }, () => d.of(B64, 64)).join('\n')}\n-----END ${kind}PRIVATE ${'KEY'}-----`;
const jwt = (d) => `${'ey'}J${d.of(URL64, 34)}.${'ey'}J${d.of(URL64, 60)}.${d.of(URL64, 43)}`;

/** Each kind: makers, tried in turn. */
const MAKERS = {
  'aws-secret-key': [
    under('SecretAccessKey', 'Secret access key', 'aws_secret_access_key')((d) => `${d.of(B64.slice(0, 62), 38)}a7`),
    line((v) => `aws_secret_access_key = ${v}`)((d) => `${d.of(ALNUM, 37)}aZ7`),
    line((v) => `2026-03-01 env AWS_SECRET_ACCESS_KEY="${v}" started`)((d) => `${d.of(ALNUM, 37)}aZ7`),
  ],
  'aws-session-token': [
    under('sessionToken', 'SessionToken', 'aws_session_token')((d) => `${'FwoGZX'}IvYXdz${d.of(B64, 120)}`),
  ],
  'azure-storage-key': [
    line((v) => `DefaultEndpointsProtocol=https;AccountName=lfdbackup;AccountKey=${v};EndpointSuffix=core.windows.net`)(
      (d) => `${d.of(B64, 86)}==`,
    ),
    under('storageAccountKey', 'Storage Key', 'primaryAccessKey')((d) => `${d.of(B64, 86)}==`),
  ],
  'azure-sas': [
    line((v) => `upload to https://lfd.blob.core.windows.net/b?sv=2023-11-03&se=2027-01-01T00:00:00Z&sp=rl&sig=${v}`)(
      (d) => `${d.of(ALNUM, 43)}%3D`,
    ),
  ],
  'entra-client-secret': [
    under(
      'clientSecret',
      'secretText',
      'Client Secret',
      'value',
    )((d) => `${d.of(ALNUM, 3)}8Q~${d.of(`${ALNUM}_~.`, 34)}`),
    line((v) => `Added credential ${v} to the application`)((d) => `${d.of(ALNUM, 3)}8Q~${d.of(`${ALNUM}_~.`, 34)}`),
  ],
  'google-api-key': [
    line((v) => `GET /maps/api/js?key=${v} 200`)((d) => `${'AI'}za${d.of(URL64, 35)}`),
    under('apiKey', 'key')((d) => `${'AI'}za${d.of(URL64, 35)}`),
  ],
  'google-oauth-secret': [
    under('client_secret')((d) => `${'GOC'}SPX-${d.of(URL64, 28)}`),
    line((v) => `refresh with ${v}`)((d) => `1//0${d.of(ALNUM, 60)}`),
  ],
  'github-token': [
    line((v) => `git clone with token ${v}`)((d) => `${'gh'}${d.one(['p', 'o', 's'])}_${d.of(ALNUM, 36)}`),
    under('GITHUB_TOKEN')((d) => `${'github'}_pat_${d.of(ALNUM, 22)}_${d.of(ALNUM, 59)}`),
  ],
  'gitlab-token': [line((v) => `runner registered with ${v}`)((d) => `${'gl'}pat-${d.of(URL64, 20)}`)],
  'slack-token': [
    line((v) => `posting as ${v}`)((d) => `${'xo'}xb-${d.of(DIGITS, 12)}-${d.of(DIGITS, 12)}-${d.of(ALNUM, 24)}`),
  ],
  'webhook-address': [
    line((v) => `alert sent to ${v}`)(
      (d) => `https://hooks.${'slack'}.com/services/T${d.of(UPPER, 8)}/B${d.of(UPPER, 8)}/${d.of(ALNUM, 24)}`,
    ),
    under('webhookUrl')(
      (d) =>
        `https://lfd.webhook.${'office'}.com/webhookb2/${d.of(HEX, 8)}-1111-4222-8333-${d.of(HEX, 12)}@${d.of(HEX, 8)}-1111-4222-8333-${d.of(HEX, 12)}/IncomingWebhook/${d.of(HEX, 32)}`,
    ),
  ],
  'payment-api-key': [line((v) => `STRIPE_KEY=${v}`)((d) => `${'sk'}_live_${d.of(ALNUM, 24)}`)],
  'mail-api-key': [line((v) => `smtp user apikey ${v}`)((d) => `${'S'}G.${d.of(URL64, 22)}.${d.of(URL64, 43)}`)],
  'package-registry-token': [line((v) => `//registry/:_auth ${v}`)((d) => `${'np'}m_${d.of(ALNUM, 36)}`)],
  'ai-api-key': [line((v) => `OPENAI_API_KEY=${v}`)((d) => `${'sk'}-proj-${d.of(URL64, 48)}`)],
  'cloud-api-token': [line((v) => `doctl auth ${v}`)((d) => `${'do'}p_v1_${d.of(HEX, 64)}`)],
  'vault-token': [
    line((v) => `VAULT_TOKEN=${v}`)((d) => `${'hv'}s.${d.of(ALNUM, 24)}`),
    line((v) => `identity ${v}`)((d) => `${'AGE-SECRET'}-KEY-1${d.of(UPPER + DIGITS, 58)}`),
  ],
  'identity-provider-token': [line((v) => `Authorization: SSWS ${v}`)((d) => `00${d.of(URL64, 40)}`)],
  'rmm-psa-api-key': [
    under(
      'NinjaOne API Key',
      'dattoRmmApiKey',
      'ConnectWise Private Key',
      'Hudu API Key',
      'autotask_secret',
      'Huntress API Secret',
    )((d) => d.of(ALNUM, 32)),
    line((v) => `x-api-key: ${v}`)((d) => `${'IT'}G.${d.of(HEX, 32)}.${d.of(URL64, 60)}`),
  ],
  'json-web-token': [line((v) => `token accepted: ${v}`)(jwt), under('id_token', 'access_token', 'token')(jwt)],
  'authorization-header': [
    line((v) => `> Authorization: Basic ${v}`)((d) => `${d.of(B64, 30)}==`),
    line((v) => `{"headers":{"Authorization":"Bearer ${v}"}}`)((d) => d.of(ALNUM, 40)),
  ],
  'session-cookie': [
    line((v) => `Cookie: ${v}`)((d) => `JSESSIONID=${d.of(HEX, 32)}; lb=${d.of(ALNUM, 12)}`),
    line((v) => `Set-Cookie: ${v}; Path=/; HttpOnly`)((d) => `.AspNetCore.Cookies=${d.of(URL64, 90)}`),
  ],
  'connection-string': [
    line((v) => `Server=tcp:sql01,1433;Database=dental;User ID=svc_app;Password=${v};Encrypt=True`)((d) =>
      d.of(ALNUM, 14),
    ),
    under(
      'ConnectionString',
      'connection_string',
    )((d) => `Data Source=SQL01;Initial Catalog=pms;User Id=sa;Password=${d.of(ALNUM, 14)};`),
  ],
  'address-with-password': [
    line((v) => `mounting ${'smb'}://backup:${v}@nas01.lfd.example/share`)((d) => d.of(ALNUM, 12)),
    line((v) => `postgres${'ql'}://app:${v}@10.0.0.5:5432/pms`)((d) => d.password().replace(/[#?@/%]/g, '_')),
  ],
  'private-key': [
    line((v) => v)((d) => pem(d, 'RSA ')),
    line((v) => v)((d) => pem(d, 'OPENSSH ')),
    line((v) => v)((d) => pem(d, '')),
  ],
  'cisco-password': [
    line((v) => `enable secret 5 ${v}`)((d) => `$1$${d.of(CRYPT, 4)}$${d.of(CRYPT, 22)}`),
    line((v) => `username admin privilege 15 password 7 ${v}`)(
      (d) => `0${d.of(DIGITS, 1)}${d.of('0123456789ABCDEF', 18)}`,
    ),
    line((v) => `enable secret 9 ${v}`)((d) => `$9$${d.of(CRYPT, 14)}$${d.of(CRYPT, 43)}`),
    line((v) => `username tech secret 0 ${v}`)((d) => d.of(ALNUM, 12)),
    line((v) => `enable password ${v}`)((d) => d.password().replace(/[?]/g, '!')),
  ],
  'juniper-password': [
    line((v) => `        secret "${v}"; ## SECRET-DATA`)((d) => `$9$${d.of(`${ALNUM}./-`, 24)}`),
    line((v) => `set system root-authentication encrypted-password "${v}"`)(
      (d) => `$6$${d.of(CRYPT, 8)}$${d.of(CRYPT, 86)}`,
    ),
  ],
  'fortinet-password': [
    line((v) => `        set password ENC ${v}`)((d) => `SH2${d.of(B64, 60)}=`),
    line((v) => `        set psksecret ENC ${v}`)((d) => `${d.of(B64, 88)}==`),
  ],
  'unix-password-hash': [
    line((v) => `admin:${v}:19700:0:99999:7:::`)((d) => `$6$${d.of(CRYPT, 16)}$${d.of(CRYPT, 86)}`),
    line((v) => `svc:${v}:19700:0:99999:7:::`)((d) => `$y$j9T$${d.of(CRYPT, 22)}$${d.of(CRYPT, 43)}`),
    line((v) => `htpasswd web:${v}`)((d) => `$2y$10$${d.of(CRYPT, 53)}`),
    line((v) => `web:${v}`)((d) => `$apr1$${d.of(CRYPT, 8)}$${d.of(CRYPT, 22)}`),
  ],
  'ntlm-hash': [
    line((v, d) => `${d.one(['Administrator', 'LFD\\svc-backup', 'krbtgt'])}:${d.one(['500', '1104', '502'])}:${v}:::`)(
      (d) => `aad3b435b51404eeaad3b435b51404ee:${d.of(HEX, 32)}`,
    ),
    under('NTHash', 'NT Hash', 'ntlm_hash')((d) => d.of(HEX, 32)),
  ],
  'netntlm-response': [
    line((v) => `[SMB] NTLMv2-SSP Hash : ${v}`)(
      (d) => `admin::LFD:${d.of(HEX, 16)}:${d.of(HEX, 32)}:${d.of(HEX, 120)}`,
    ),
  ],
  'kerberos-ticket': [
    line((v) => v)((d) => `$krb5tgs$23$*svc_sql$LFD.EXAMPLE$MSSQLSvc*$${d.of(HEX, 32)}$${d.of(HEX, 200)}`),
  ],
  'directory-password-hash': [
    line((v) => `userPassword: ${v}`)((d) => `{SSHA}${d.of(B64, 40)}`),
    under('userPasswordHash', 'password_hash', 'PasswordHash')((d) => d.of(HEX, 64)),
  ],
  'group-policy-password': [
    line((v) => `<Properties action="U" userName="Administrator" cpassword="${v}" />`)((d) => d.of(B64, 43)),
  ],
  'bitlocker-recovery-key': [
    under('Recovery Password', 'BitLockerRecoveryKey', 'key', 'Notes')(bitlocker),
    line((v) => `      Password:\n        ${v}`)(bitlocker),
  ],
  'filevault-recovery-key': [
    under(
      'Personal Recovery Key',
      'recoveryKey',
      'Comment',
    )((d) =>
      `${d.of(UPPER, 3)}7-${Array.from({ length: 5 }, () => d.of(UPPER + DIGITS, 4)).join('-')}`.replace(
        /^[A-F0-9-]+$/,
        'GHJ7-KLM2-NPQ3-RST4-UVW5-XYZ6',
      ),
    ),
  ],
  'one-time-password-seed': [
    line((v) => `otp${'auth'}://totp/LFD:admin@lfd.example?secret=${v}&issuer=LFD`)((d) => d.of(`${UPPER}234567`, 32)),
    under('totpSecret', 'MFA Secret', 'otp_seed', 'TOTP')((d) => d.of(`${UPPER}234567`, 32)),
  ],
  'snmp-community': [
    line((v) => `snmp-server community ${v} RO 10`)((d) => `${d.of(LOWER, 6)}${d.of(DIGITS, 2)}`),
    line((v) => `rocommunity ${v} 10.0.0.0/24`)((d) => d.of(ALNUM, 10)),
    under('SNMP Community', 'communityString', 'snmp_community')((d) => `${d.of(LOWER, 6)}${d.of(DIGITS, 2)}`),
  ],
  'wireless-key': [
    line((v) => `    Key Content            : ${v}`)((d) => d.password()),
    line((v) => ` wpa-psk ascii 0 ${v}`)((d) => d.of(ALNUM, 14)),
    under('WiFi Password', 'wpaKey', 'keyMaterial')((d) => d.password()),
  ],
  'vpn-shared-key': [
    line((v) => `crypto isakmp key ${v} address 203.0.113.7`)((d) => d.of(ALNUM, 16)),
    line((v) => ` ikev2 remote-authentication pre-shared-key ${v}`)((d) => d.of(ALNUM, 16)),
    under('preSharedKey', 'PSK', 'vpn_psk')((d) => d.of(ALNUM, 20)),
    line((v) => `PrivateKey = ${v}`)((d) => `${d.of(B64, 43)}=`),
  ],
  'network-access-key': [
    line((v) => `tacacs-server key 7 ${v}`)((d) => d.of('0123456789ABCDEF', 20)),
    line((v) => `radius-server host 10.0.0.9 auth-port 1812 key ${v}`)((d) => d.of(ALNUM, 14)),
    under('radiusSharedSecret', 'RADIUS Secret')((d) => d.of(ALNUM, 18)),
  ],
  'backup-password': [
    line((v) => `RESTIC_PASSWORD=${v} restic backup /srv`)((d) => d.password().replace(/\$/g, '!')),
    line((v) => `export BORG_PASSPHRASE='${v}'`)((d) => d.password().replace(/\$/g, '!')),
    under('Backup Encryption Key', 'repositoryPassword', 'encryption passphrase')((d) => d.password()),
  ],
  'password-on-command-line': [
    line((v) => `4688 CommandLine: net user lfdadmin ${v} /add`)((d) => d.password()),
    line((v) => `sshpass -p ${v} ssh root@nas01`)((d) => d.of(ALNUM, 12)),
    line((v) => `ConvertTo-SecureString "${v}" -AsPlainText -Force`)((d) => d.password().replace(/\$/g, '!')),
    line((v) => `curl -u backup:${v} ftp://nas01/x`)((d) => d.of(ALNUM, 12)),
    line((v) => `mysqldump -u root -p${v} pms`)((d) => d.of(ALNUM, 12)),
    line((v) => `psexec \\\\LFD-WS07 -u LFD\\admin -p ${v} cmd`)((d) => d.of(ALNUM, 12)),
    line((v) => `agent.exe /install --token ${v}`)((d) => d.of(ALNUM, 32)),
  ],
  'local-administrator-password': [
    under('ms-Mcs-AdmPwd', 'LAPS Password', 'localAdminPassword')((d) => d.of(`${ALNUM}!#+`, 14)),
    line((v) => `ms-Mcs-AdmPwd : ${v}`)((d) => d.of(ALNUM, 14)),
  ],
  password: [
    under(
      'Password',
      'passwd',
      'UserPassword',
      'Temporary Password',
      'admin_password',
      'pwd',
      'Initial Password',
      'Passphrase',
    )((d) => d.password()),
    line((v) => `password=${v}`)((d) => d.password()),
    line((v) => `Password: ${v}`)((d) => d.password()),
    line((v) => `    "adminPassword" : "${v}",`)((d) => d.password()),
  ],
  'client-secret': [
    under('client_secret', 'App Secret', 'consumerSecret', 'signing_secret')((d) => d.of(ALNUM, 40)),
    line((v) => `ClientSecret: ${v}`)((d) => d.of(ALNUM, 40)),
  ],
  'api-key': [
    under('api_key', 'API Key', 'apiToken', 'x-api-key', 'subscriptionKey')((d) => d.of(ALNUM, 32)),
    line((v) => `api_key=${v}`)((d) => d.of(HEX, 40)),
  ],
  'access-token': [
    under(
      'access_token',
      'refreshToken',
      'Bearer Token',
      'scimToken',
      'enrollment_token',
    )((d) => d.of(URL64.slice(0, 62), 48)),
    line((v) => `refresh_token=${v}`)((d) => d.of(ALNUM, 48)),
  ],
  'social-security-number': [
    under('SSN', 'Social Security Number', 'ssn')(ssn),
    line((v) => `called patient, ${v}, about invoice`)(ssn),
    under('SSN')((d) => ssn(d).replaceAll('-', '')),
  ],
  'medical-record-number': [
    under('MRN', 'Medical Record Number', 'patientId', 'Chart Number')((d) => d.of(DIGITS, 8)),
    line((v) => `image export MRN: ${v} done`)((d) => d.of(DIGITS, 7)),
  ],
  'health-plan-number': [
    under('MBI', 'Medicare Number', 'subscriberId')((d) => mbi(d)),
    line((v) => `eligibility ${v} checked`)(mbi),
  ],
  'patient-name': [
    under(
      'Patient Name',
      'patientName',
      'Insured Name',
    )((d) => `${d.one(['Ann', 'Luis', 'Mary', 'Omar'])} ${d.one(['Keller', 'Ortega', 'Nguyen', 'Haddad'])}`),
    line((v) => `restored chart for Patient: ${v}`)(
      (d) => `${d.one(['Ann', 'Luis', 'Mary', 'Omar'])} ${d.one(['Keller', 'Ortega', 'Nguyen', 'Haddad'])}`,
    ),
  ],
  'date-of-birth': [under('DOB', 'dateOfBirth', 'Birth Date')(birth), line((v) => `verified DOB ${v} by phone`)(birth)],
  'date-of-care': [
    under('Admission Date', 'dateOfService', 'Discharge Date')((d) => `2026-0${1 + d.below(9)}-1${d.below(10)}`),
  ],
  'payment-card': [under('Card Number', 'ccNumber')(card), line((v) => `charged ${v} for copay`)(card)],
  'bank-account': [under('IBAN', 'Bank Account', 'iban')(iban), line((v) => `paid to ${v}`)(iban)],
  'licence-number': [
    under('NPI', 'npiNumber')(npi),
    under('Passport Number', 'Driver License')((d) => `${d.of(UPPER, 1)}${d.of(DIGITS, 7)}`),
  ],
  'biometric-data': [under('fingerprintTemplate', 'Face Template')((d) => d.of(B64, 80))],
  'face-photo': [under('thumbnailPhoto', 'jpegPhoto')((d) => d.of(B64, 120))],
  'health-text': [
    under(
      'Diagnosis',
      'Medication',
      'Chief Complaint',
    )((d) => d.one(['Caries, molar', 'Periodontitis', 'Amoxicillin 500 mg', 'Tooth pain since Monday'])),
  ],
};

export const PLANTED_KINDS = Object.keys(MAKERS);

export function plant(kind, variant) {
  const makers = MAKERS[kind];
  return { kind, ...makers[variant % makers.length](drawer(PLANTED_KINDS.indexOf(kind) * 1000 + variant)) };
}

export function planted(path, text, what) {
  return (
    what.line === undefined ? (WITH_FIELD[endingOf(path)] ?? withSetting) : (WITH_LINE[endingOf(path)] ?? withLine)
  )(text, what);
}

const endingOf = (path) => path.slice(path.lastIndexOf('.') + 1).toLowerCase();

function middle(text) {
  const at = text.indexOf('\n', Math.floor(text.length / 2));
  return at < 0 ? text.length : at + 1;
}

function withLine(text, { line: written }) {
  const at = middle(text);
  return `${text.slice(0, at)}${text.slice(0, at).endsWith('\n') || at === 0 ? '' : '\n'}${written}\n${text.slice(at)}`;
}

function withSetting(text, { name, value }) {
  return withLine(text, { line: value.length % 2 === 0 ? `${name}: ${value}` : `${name} = "${value}"` });
}

const quotedCell = (value) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);

/** A column more, filled in one row. */
function withColumn(text, { name, value }) {
  const lines = text.split('\n');
  const row = Math.max(1, Math.floor(lines.filter((each) => each !== '').length / 2));
  return lines
    .map((each, i) => {
      if (each === '') return each;
      const end = each.endsWith('\r') ? '\r' : '';
      return `${each.slice(0, each.length - end.length)},${i === 0 ? name : i === row ? quotedCell(value) : ''}${end}`;
    })
    .join('\n');
}

/** A key more in the item that stands in the middle, as a text under a key of its own. */
function withKey(text, { name, value }) {
  const at = text.indexOf('{', Math.floor(text.length / 2));
  const place = at < 0 ? text.indexOf('{') : at;
  return `${text.slice(0, place + 1)}${JSON.stringify(name)}: ${JSON.stringify(value)}, ${text.slice(place + 1)}`;
}

const escaped = (value) => value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** An element more before the last one ends. */
function withElement(text, { name, value }) {
  const at = text.lastIndexOf('</');
  const tag = name.replace(/[^\w.-]+/g, '_');
  return `${text.slice(0, at)}<${tag}>${escaped(value)}</${tag}>\n${text.slice(at)}`;
}

const WITH_FIELD = { csv: withColumn, json: withKey, jsonl: withKey, xml: withElement, nessus: withElement };
const WITH_LINE = {
  csv: (text, { line: written }) => withColumn(text, { name: 'Remarks', value: written }),
  json: (text, { line: written }) => withKey(text, { name: 'detail', value: written }),
  jsonl: (text, { line: written }) => withKey(text, { name: 'detail', value: written }),
  xml: (text, { line: written }) => withElement(text, { name: 'output', value: written }),
  nessus: (text, { line: written }) => withElement(text, { name: 'plugin_output', value: written }),
};

/** Rows of nothing in particular, as exports are full of them. */
const FILLERS = {
  json: (d) => ({
    id: d.below(1e6),
    host: `ws-${d.of(DIGITS, 3)}`,
    state: d.one(['ok', 'failed, retry', 'it said "no"', 'a\\b']),
    tags: ['x', d.of(LOWER, 5)],
  }),
  text: (d) =>
    `2026-10-${10 + d.below(20)} 10:${10 + d.below(49)} job ${d.of(LOWER, 8)} ended; ${d.below(900)} files, "${d.of(LOWER, 4)}" kept`,
};

/** Ways in which JSON holds a value under a name. */
const JSON_HOLDS = [
  ({ name, value }) => ({ [name]: value }),
  ({ name, value }) => ({ a: 1, [name]: value, z: [1, 2] }),
  ({ name, value }, d, many) => ({ [`${name}s`]: [...Array.from({ length: many }, () => d.of(LOWER, 40)), value] }),
  ({ name, value }, d, many) => ({ [name]: [...Array.from({ length: many }, () => d.of(LOWER, 40)), value, 'last'] }),
  ({ name, value }) => ({ [name]: [['x'], [value]] }),
  ({ name, value }) => ({ settings: [{ name, value }] }),
  ({ name, value }) => ({ deep: { deeper: [{ [name]: value }] } }),
];

/** Ways in which XML does. */
const XML_HOLDS = [
  (tag, { value }) => `<${tag}>${escaped(value)}</${tag}>`,
  (tag, { value }) => `<x:${tag} a="1">\n  ${escaped(value)}\n</x:${tag}>`,
  (tag, { value }) => `<row id="7" ${tag}="${escaped(value)}"/>`,
  (tag, { value }) => `<row id='7' ${tag}='${escaped(value).replaceAll("'", '&apos;')}'/>`,
  (tag, { value }) => `<${tag}><![CDATA[${value}]]></${tag}>`,
  (_, { name, value }) => `<item name="${name}">${escaped(value)}</item>`,
  (_, { name, value }) => `<item name='${name}' value='${escaped(value).replaceAll("'", '&apos;')}'/>`,
  (_, { name, value }) => `<item name='${name}'><![CDATA[${value}]]></item>`,
  (_, { name, value }) => `<key>${name}</key>\n<string>${escaped(value)}</string>`,
  (_, { name, value }) => `<key>${name}</key><string><![CDATA[${value}]]></string>`,
];

function someRows(size, write) {
  const rows = [];
  for (let length = 0; length < size; ) {
    rows.push(write());
    length += rows.at(-1).length + 1;
  }
  return rows;
}

/** The row at a place by chance, so that the ends of windows meet it here and there. */
function withRow(d, rows, row) {
  const at = d.below(rows.length + 1);
  return [...rows.slice(0, at), row, ...rows.slice(at)];
}

const WORLDS = {
  json: (d, what, size) => {
    const many = Math.floor(d.next() * d.next() * (size / 44));
    const held = d.one(JSON_HOLDS)(what, d, many);
    const rows = withRow(
      d,
      someRows(size, () => JSON.stringify(FILLERS.json(d))),
      JSON.stringify(held),
    ).map((each) => JSON.parse(each));
    const made = d.one([rows, { '@context': 'x', value: rows }]);
    return JSON.stringify(made, null, d.one([0, 1, 2, '\t']));
  },
  jsonl: (d, what, size) =>
    withRow(
      d,
      someRows(size, () => JSON.stringify(FILLERS.json(d))),
      JSON.stringify(d.one(JSON_HOLDS)(what, d, d.below(9))),
    ).join('\n'),
  xml: (d, what, size) => {
    const between = d.one(['', '\n']);
    const rows = someRows(size, () => `<row id="${d.below(1e6)}"><a>${escaped(FILLERS.text(d))}</a></row>`);
    const tag = what.name.replace(/[^\w.-]+/g, '_');
    return `<?xml version="1.0"?>${between}<all>${between}${withRow(d, rows, d.one(XML_HOLDS)(tag, what)).join(between)}${between}</all>`;
  },
  csv: (d, what, size) => {
    const delimiter = d.one([',', ';', '\t']);
    const cell = (text) => (/["\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text);
    const rows = someRows(size, () => ['1', FILLERS.text(d), '', 'x\ny'].map(cell).join(delimiter));
    const head = ['Id', 'Message', what.name, 'Rest'].join(delimiter);
    return [head, ...withRow(d, rows, ['2', 'ended', what.value, 'z'].map(cell).join(delimiter))].join(
      d.one(['\n', '\r\n']),
    );
  },
  log: (d, { name, value }, size) =>
    withRow(
      d,
      someRows(size, () => FILLERS.text(d)),
      `${FILLERS.text(d)}\n${name.replace(/\s+/g, '_')}${d.one(['=', ': ', ' = '])}"${value}"`,
    ).join('\n'),
};

export const WORLD_FORMS = Object.keys(WORLDS);

/** People and machines, which no form of their own tells. */
const NAMED_MAKERS = {
  'person-name': [
    under(
      'Display name',
      'employeeName',
      'Full Name',
    )((d) => `${d.of(UPPER, 1)}${d.of(LOWER, 7)} ${d.of(UPPER, 1)}${d.of(LOWER, 6)}`),
  ],
  'account-name': [under('userName', 'samAccountName', 'Login')((d) => d.of(LOWER, 12))],
  'device-name': [under('Computer name', 'hostName', 'deviceName')((d) => `${d.of(UPPER, 4)}-${d.of(UPPER, 6)}`)],
};
const UNDER_NAMES = Object.fromEntries(
  Object.entries({ ...MAKERS, ...NAMED_MAKERS })
    .map(([kind, makers]) => [kind, makers.filter((make) => make(drawer(1)).name !== undefined)])
    .filter(([, makers]) => makers.length > 0),
);

/** Kinds that exports hold under telling names. */
export const KINDS_UNDER_NAMES = Object.keys(UNDER_NAMES);

/** A document by chance, of about so many signs, and what is hidden in it under a telling name. */
export function plantedAnywhere(seed, { form, size, kind }) {
  const d = drawer(seed);
  const what = d.one(UNDER_NAMES[kind])(d);
  return { ...what, kind, text: WORLDS[form](d, what, size) };
}
