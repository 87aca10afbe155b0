import type { Fields } from '../../intake/contract.ts';
import type { AccessPolicy } from '../../model/records/index.ts';

type Demand = AccessPolicy['requires'][number];

const DEMANDS: Readonly<Record<string, Demand>> = {
  mfa: 'mfa',
  block: 'block',
  compliantDevice: 'compliant-device',
  domainJoinedDevice: 'other',
  approvedApplication: 'other',
  compliantApplication: 'other',
  passwordChange: 'password-change',
};
const RESISTANT_COMBINATIONS = /^(fido2|windowsHelloForBusiness|x509CertificateMultiFactor)$/;
const LEGACY_CLIENTS = ['exchangeActiveSync', 'other'];
const MODERN_CLIENTS = ['browser', 'mobileAppsAndDesktopClients'];
const LEFT_OUT: readonly (readonly [string, string])[] = [
  ['user', 'users.excludeUsers'],
  ['group', 'users.excludeGroups'],
  ['role', 'users.excludeRoles'],
  ['application', 'applications.excludeApplications'],
  ['location', 'locations.excludeLocations'],
  ['platform', 'platforms.excludePlatforms'],
];
const NARROWING: readonly (readonly [string, string])[] = [
  ['only when user risk is', 'userRiskLevels'],
  ['only when sign-in risk is', 'signInRiskLevels'],
  ['only when service principal risk is', 'servicePrincipalRiskLevels'],
  ['only for user actions', 'applications.includeUserActions'],
  ['only for authentication contexts', 'applications.includeAuthenticationContextClassReferences'],
];

/** What the grant demands. Of several that are joined by OR none is demanded by itself: mfa OR compliant device is not mfa. */
export function demandsOf(policy: Fields): { requires: readonly Demand[]; notes: readonly string[] } {
  const grant = policy.child('grantControls');
  if (grant === undefined) return { requires: [], notes: [] };
  const words = grant.texts('builtInControls');
  const demands: Demand[] = words.map((word) => DEMANDS[word] ?? 'other');
  if (grant.texts('customAuthenticationFactors').length > 0) demands.push('other');
  if (grant.texts('termsOfUse').length > 0) demands.push('other');
  const strength = grant.child('authenticationStrength');
  if (strength !== undefined) demands.push(isResistant(strength) ? 'phishing-resistant-mfa' : 'mfa');
  const alternatives = [...words, ...(strength === undefined ? [] : ['authentication strength'])];
  if (demands.length < 2 || grant.text('operator') !== 'OR') return { requires: withPlainMfa(demands), notes: [] };
  return { requires: ['other'], notes: [`any one of: ${alternatives.join(', ')}`] };
}

function isResistant(strength: Fields): boolean {
  const combinations = strength.texts('allowedCombinations');
  if (combinations.length > 0) return combinations.every((combination) => RESISTANT_COMBINATIONS.test(combination));
  // The built-in strength of that name has this id in every tenant.
  return strength.text('id') === '00000000-0000-0000-0000-000000000004';
}

function withPlainMfa(demands: readonly Demand[]): readonly Demand[] {
  const resistant = demands.includes('phishing-resistant-mfa') && !demands.includes('mfa');
  return [...new Set<Demand>(resistant ? ['mfa', ...demands] : demands)];
}

export function isLegacyBlock(conditions: Fields, requires: readonly Demand[]): boolean {
  const clients = conditions.texts('clientAppTypes');
  return requires.includes('block') && LEGACY_CLIENTS.every((client) => clients.includes(client));
}

export function whichUsers(conditions: Fields): AccessPolicy['users'] {
  const users = conditions.texts('users.includeUsers');
  if (users.includes('All')) return 'all';
  const others =
    conditions.texts('users.includeGroups').length > 0 ||
    users.some((user) => !/^(None|GuestsOrExternalUsers)$/.test(user));
  if (others) return 'some';
  if (conditions.texts('users.includeRoles').length > 0) return 'admin-roles';
  const guests =
    conditions.child('users.includeGuestsOrExternalUsers') !== undefined || users.includes('GuestsOrExternalUsers');
  return guests ? 'guests' : 'none';
}

export function whichApplications(conditions: Fields): AccessPolicy['applications'] {
  const applications = conditions.texts('applications.includeApplications');
  if (applications.includes('All')) return 'all';
  if (applications.length === 0 || applications.every((application) => application === 'None')) return 'none';
  if (applications.every((application) => application === 'MicrosoftAdminPortals')) return 'admin-portals';
  return applications.every((application) => application === 'Office365') ? 'office365' : 'some';
}

export function exclusionsOf(conditions: Fields): readonly string[] {
  const named = LEFT_OUT.flatMap(([what, path]) => conditions.texts(path).map((id) => `${what} ${id}`));
  const guests = conditions.child('users.excludeGuestsOrExternalUsers');
  return guests === undefined ? named : [...named, `guests ${guests.text('guestOrExternalUserTypes') ?? ''}`.trim()];
}

export function narrowedBy(conditions: Fields, legacyBlock: boolean): readonly string[] {
  const said = NARROWING.flatMap(([what, path]) => only(what, conditions.texts(path)));
  const platforms = conditions.texts('platforms.includePlatforms').filter((platform) => platform !== 'all');
  const locations = conditions.texts('locations.includeLocations').filter((location) => location !== 'All');
  const clients = conditions.texts('clientAppTypes');
  const everyClient = clients.includes('all') || MODERN_CLIENTS.every((client) => clients.includes(client));
  const devices = conditions.text('devices.deviceFilter.rule') ?? conditions.text('devices.deviceFilter.mode');
  const flows = conditions.text('authenticationFlows.transferMethods');
  return [
    ...said,
    ...only('only on platforms', platforms),
    ...only('only from locations', locations),
    ...(everyClient || legacyBlock ? [] : only('only from clients', clients)),
    ...only('only for devices', devices === undefined ? [] : [devices]),
    ...only('only for sign-in flows', flows === undefined ? [] : [flows]),
    ...only('only when insider risk is', conditions.texts('insiderRiskLevels')),
  ];
}

function only(what: string, values: readonly string[]): readonly string[] {
  return values.length === 0 ? [] : [`${what} ${values.join(', ')}`];
}
