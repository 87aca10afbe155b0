import { describe, expect, it } from 'vitest';
import {
  agent, asset, check, compliance, day, DEVICES, exposure, finding, install, malware, measure, owned, patchState, patchSummary, run, scan,
  undated, updateSetting, WITH_DEVICES,
} from './records.ts';
import { tell } from './tell.ts';

const inventory = () => [owned('WS01', { serial: 'SN1' }), owned('WS02'), owned('SRV01', { role: 'server' }), owned('OLD', { status: 'retired' })];
const scope = WITH_DEVICES;

tell('endpoint protection', [
  ['share-of-devices-with-endpoint-protection', 'of the inventory, those without an agent are named', () => [...inventory(), agent({ lastSeen: day('2026-10-14') })], '1 of 3', { scope, exceptions: ['WS02: no agent was seen', 'SRV01: no agent was seen'] }],
  ['share-of-devices-with-endpoint-protection', 'an agent that is silent, detects, is off, unapplied or ill does not protect', () => [owned('A'), owned('B'), owned('C'), owned('D'), owned('E'), owned('F'), agent({ device: 'A', lastSeen: day('2026-08-01') }), agent({ device: 'B', mode: 'detect' }), agent({ device: 'C', mode: 'off' }), agent({ device: 'D', policyApplied: false }), agent({ device: 'E', healthy: false }), agent({ device: 'F', lastSeen: day('2026-09-15') })], '1 of 6', { scope, exceptions: ['last seen 2026-08-01, 75 days before the as-of date', 'only detects', 'switched off', 'no prevention policy', 'not healthy'] }],
  ['share-of-devices-with-endpoint-protection', 'the thirty-first day is too late', () => [owned('A'), agent({ device: 'A', lastSeen: day('2026-09-14') })], '0 of 1', { scope }],
  ['share-of-devices-with-endpoint-protection', 'one name in many spellings, and a serial number', () => [...inventory(), agent({ device: 'CLIENT\\ws01$' }), agent({ device: 'renamed', serial: 'SN1' }), agent({ device: 'srv01.client.example' })], '2 of 3', { scope }],
  ['share-of-devices-with-endpoint-protection', 'one product that protects is enough beside one that does not', () => [owned('A'), agent({ device: 'A' }), agent({ device: 'A', product: 'Defender', mode: 'off' })], '1 of 1', { scope }],
  ['share-of-devices-with-endpoint-protection', 'without an inventory of those that were seen', () => [agent(), agent({ device: 'WS02', mode: 'detect' }), agent({ device: 'phone', role: 'mobile' })], '1 of 2 ?'],
  ['share-of-devices-with-endpoint-protection', 'duplicates are no devices', () => [agent(), agent({ device: 'WS01-old', duplicate: true })], '1 of 1 ?'],
  ['share-of-devices-with-endpoint-protection', 'devices outside the inventory are a remark', () => [...inventory(), agent(), agent({ device: 'STRANGER' })], '1 of 3', { scope, remark: '1 device named by the exports, but not in' }],
  ['share-of-servers-with-endpoint-protection', 'servers only', () => [...inventory(), agent({ device: 'SRV01' })], '1 of 1', { scope }],
  ['share-of-workstations-with-endpoint-protection', 'workstations only', () => [...inventory(), agent()], '1 of 2', { scope }],
  ['share-of-domain-controllers-with-endpoint-protection', 'no domain controller, no share', () => [...inventory(), agent()], 'unknown: population-empty', { scope }],
  ['share-of-agents-in-blocking-mode', 'detecting is not blocking', () => [...inventory(), agent(), agent({ device: 'WS02', mode: 'detect' })], '1 of 2', { scope, exceptions: ['WS02'] }],
  ['share-of-agents-in-blocking-mode', 'an unknown mode is no block', () => [agent({ mode: 'unknown' })], 'unknown: not-measured-by-source'],
  ['share-of-agents-healthy', 'healthy by its own word', () => [agent({ healthy: true }), agent({ device: 'B', healthy: false })], '1 of 2 ?'],
  ['share-of-agents-tamper-protected', 'untold is no protection', () => [agent({ tamperProtected: true }), agent({ device: 'B' })], '1 of 2 ?', { exceptions: ['does not tell of tamper protection'] }],
  ['active-threats', 'added up', () => [agent({ activeThreats: 7 }), agent({ device: 'B', activeThreats: 0 })], 'count 7', { exceptions: ['7 active'] }],
  ['active-threats', 'untold is no zero', () => [agent()], 'unknown: not-measured-by-source'],
  ['endpoint-protection-products', 'by name', () => [agent(), agent({ device: 'B', product: 'Defender' }), agent({ device: 'C' })], 'Defender, Falcon'],
  ['malware-scan-with-current-signatures', 'three signatures find nothing', () => [malware({ signatures: 3, infected: 0 })], 'does not hold', { exceptions: ['knew 3 signatures'] }],
  ['malware-scan-with-current-signatures', 'millions do', () => [malware()], 'holds'],
  ['days-since-malware-scan', 'a scan without signatures is none', () => [malware({ signatures: 3 })], 'unknown: no-evidence'],
  ['days-since-malware-scan', 'the newest one', () => [malware(), malware({ observed: day('2026-01-01') })], '14 days'],
]);

tell('managed devices and inventory', [
  ['share-of-devices-encrypted', 'a device that no longer reports is not shown to be encrypted', () => [...inventory(), compliance({ encrypted: true }), compliance({ device: 'WS02', encrypted: true, lastSync: day('2026-06-01') }), compliance({ device: 'SRV01', encrypted: false })], '1 of 3', { scope, exceptions: ['last reported 2026-06-01', 'not encrypted'] }],
  ['share-of-portable-devices-encrypted', 'servers are not carried away', () => [...inventory(), compliance({ encrypted: true }), compliance({ device: 'WS02', encrypted: true })], '2 of 2', { scope }],
  ['share-of-devices-compliant', 'reasons are told', () => [compliance({ compliant: false, reasons: ['no PIN'] }), compliance({ device: 'B', compliant: true }), compliance({ device: 'P', compliant: false, ownership: 'personal' })], '1 of 2 ?', { exceptions: ['no PIN'] }],
  ['share-of-devices-managed', 'untold is unknown', () => [compliance()], 'unknown: not-measured-by-source'],
  ['share-of-mobile-devices-managed', 'phones only', () => [owned('PH1', { role: 'mobile' }), owned('WS01'), compliance({ device: 'PH1', managed: true })], '1 of 1', { scope }],
  ['devices-inventoried', 'in use, each once', () => [...inventory(), asset({ name: 'ws01.client.example' })], 'count 3'],
  ['days-since-inventory', 'by the list’s own date', () => [asset({ observed: day('2026-09-15') }), asset({ observed: undated })], '30 days'],
  ['days-since-inventory', 'an undated list is not recent', () => [asset({ observed: undated })], 'unknown: undated'],
  ['share-of-inventory-seen-by-tools', 'any tool, lately', () => [...inventory(), agent({ lastSeen: day('2026-10-10') }), compliance({ device: 'WS02', lastSync: day('2026-01-01') })], '1 of 3', { scope }],
  ['share-of-inventory-seen-by-tools', 'needs an inventory', () => [agent()], 'unknown: population-unknown'],
  ['devices-outside-inventory', 'by name and serial number', () => [...inventory(), agent(), agent({ device: 'x', serial: 'SN1' }), agent({ device: 'STRANGER' })], 'count 1', { scope, exceptions: ['STRANGER'] }],
  ['devices-outside-inventory', 'needs an inventory', () => [agent()], 'unknown: population-unknown'],
  ['software-inventoried', 'distinct names', () => [asset({ type: 'software', name: 'Chrome' }), asset({ type: 'software', name: 'chrome' }), asset()], 'count 1'],
  ['services-inventoried', 'nothing of the sort is unknown', () => [asset()], 'unknown: no-evidence'],
  ['services-inventoried', 'services', () => [asset({ type: 'service', name: 'Payroll' })], 'count 1'],
  ['end-of-life-systems-in-use', 'by date, by system, by scanner; retired ones are none', () => [asset({ supportEnds: day('2026-10-14') }), asset({ name: 'B', supportEnds: day('2026-10-15') }), asset({ name: 'C', os: 'Windows 10 Pro' }), asset({ name: 'D', os: 'Windows 7', status: 'retired' }), finding({ host: 'E', endOfLife: true })], 'count 3', { exceptions: ['WS01', 'C:', 'E:'] }],
  ['end-of-life-systems-in-use', 'an inventory that tells nothing proves nothing', () => [asset()], 'unknown: not-measured-by-source'],
  ['end-of-life-dates-tracked', 'of the inventory', () => [owned('A', { supportEnds: day('2027-01-01') }), owned('B')], '1 of 2', { scope }],
]);

tell('patches', [
  ['days-since-last-patch-installed', 'an attempt is no installation', () => [install({ outcome: 'attempted', verbatim: 'Attempted' })], 'unknown: no-evidence'],
  ['days-since-last-patch-installed', 'the newest that succeeded', () => [install(), install({ patch: 'KB2', outcome: 'failed', observed: day('2026-10-14'), verbatim: 'Failed' })], '14 days'],
  ['share-of-devices-patched-in-period', 'a scan installs nothing', () => [...inventory(), install({ observed: day('2026-08-31') }), install({ device: 'WS02', observed: day('2026-08-30') }), patchSummary({ device: 'SRV01', operation: 'scan', installed: 40 })], '1 of 3', { scope, exceptions: ['WS02', 'SRV01: no installation was seen'] }],
  ['share-of-devices-patched-in-period', 'a failure after a success undoes nothing', () => [owned('WS01'), install({ observed: day('2026-10-01') }), install({ outcome: 'failed', observed: day('2026-10-10') })], '1 of 1', { scope }],
  ['patch-runs-over-period', 'months', () => [install({ observed: day('2026-09-01') }), install({ patch: 'KB2', observed: day('2026-09-20') }), install({ observed: day('2025-10-31') })], '2 of 12 on 2025-10-31 2026-09-01 2026-09-20'],
  ['critical-patches-installed-in-time', 'without a release day nothing is told', () => [install({ severity: 'critical' })], 'unknown: needs-release-date'],
  ['critical-patches-installed-in-time', 'thirty days, no more', () => [install({ severity: 'critical', released: day('2026-09-01') }), install({ patch: 'KB2', severity: 'critical', released: day('2026-08-31') }), install({ patch: 'KB3', severity: 'critical', released: day('2026-08-01'), outcome: 'failed', verbatim: 'Failed' })], '1 of 3 ?', { exceptions: ['31 days later', 'Failed'] }],
  ['critical-patches-installed-in-time', 'the engagement moves the limit', () => [install({ severity: 'critical', released: day('2026-09-10') })], '0 of 1 ?', { scope: { ...WITH_DEVICES, populations: {}, thresholds: { 'critical-patch-days': 20 } } }],
  ['critical-patches-installed-in-time', 'all devices of the inventory must have been read', () => [owned('WS01'), install({ severity: 'critical', released: day('2026-09-10') })], '1 of 1', { scope }],
  ['critical-patches-installed-within-14-days', 'is its own question', () => [install({ severity: 'critical', released: day('2026-09-16') })], '0 of 1 ?'],
  ['critical-patches-missing', 'definitions and drivers are none', () => [patchState({ severity: 'critical' }), patchState({ patch: 'D', severity: 'critical', category: 'definition' }), patchState({ patch: 'M', severity: 'moderate' })], 'count 1'],
  ['critical-patches-missing', 'no severity, no zero', () => [patchState(), patchState({ patch: 'M', severity: 'moderate' })], 'unknown: not-measured-by-source'],
  ['critical-patches-missing', 'rows and summary are not added; the larger number counts', () => [patchState({ severity: 'critical' }), patchSummary({ criticalMissing: 3 })], 'count 3', { remark: 'disagree' }],
  ['critical-patches-missing', 'installed later', () => [patchState({ severity: 'critical', observed: day('2026-09-01') }), patchState({ state: 'installed', severity: 'critical' })], 'count 0'],
  ['share-of-devices-without-missing-critical-patches', 'one of unknown severity leaves doubt', () => [owned('A'), owned('B'), owned('C'), owned('D'), patchState({ device: 'A', severity: 'low' }), patchState({ device: 'B' }), patchState({ device: 'B', patch: 'KB9', severity: 'low' }), patchState({ device: 'C', severity: 'critical' })], '1 of 4', { scope, exceptions: ['B: KB1', 'C: KB1', 'D: what is missing is not told'] }],
  ['failed-patch-installs', 'unless it succeeded later', () => [install({ outcome: 'failed', verbatim: 'Failed', observed: day('2026-09-01') }), install(), install({ patch: 'KB2', outcome: 'failed', verbatim: 'Failed' })], 'count 1', { exceptions: ['KB2'] }],
  ['pending-reboots', 'an installed patch may wait', () => [patchState({ state: 'pending-reboot' }), patchSummary({ device: 'B', pendingReboot: 0 })], 'count 1'],
  ['pending-reboots', 'a list of installed patches does not tell', () => [patchState({ state: 'installed' })], 'unknown: not-measured-by-source'],
  ['automatic-updates-on', 'auditing is not updating', () => [owned('WS01'), owned('WS02'), updateSetting(), updateSetting({ device: 'WS02', auditOnly: true })], '1 of 2', { scope, exceptions: ['audits only'] }],
  ['automatic-updates-on', 'policies without devices', () => [{ ...updateSetting({ policy: 'Default' }), device: undefined } as unknown as ReturnType<typeof updateSetting>], '1 of 1 ?', { remark: 'Which devices these policies reach' }],
  ['automatic-updates-installed', 'by its own mark', () => [install({ automatic: true })], 'holds'],
  ['automatic-updates-installed', 'installed by hand says nothing of an updater', () => [install()], 'unknown: not-measured-by-source'],
  ['automatic-updates-installed', 'long ago', () => [install({ automatic: true, observed: day('2026-01-01') })], 'does not hold'],
]);

tell('vulnerabilities', [
  ['days-since-internal-vulnerability-scan', 'unfinished is none, and from where must be told', () => [scan({ finished: false }), scan({ perspective: 'unknown' })], 'unknown: no-evidence'],
  ['days-since-internal-vulnerability-scan', 'private targets are inside', () => [scan({ perspective: 'unknown', targets: ['192.168.1.0/24'] })], '14 days'],
  ['days-since-external-vulnerability-scan', 'an inner scan is none', () => [scan()], 'unknown: no-evidence'],
  ['days-since-external-vulnerability-scan', 'a complete port scan from outside', () => [exposure({ observed: day('2026-09-15') }), exposure({ complete: false })], '30 days'],
  ['vulnerability-scans-over-period', 'images are no systems', () => [scan({ observed: day('2026-08-01') }), scan({ perspective: 'image', observed: day('2026-02-01') })], '1 of 4 on 2026-08-01'],
  ['share-of-hosts-scanned-authenticated', 'hosts, against the inventory', () => [...inventory(), scan({ hostsScanned: 4, hostsAuthenticated: 1 })], '1 of 4', { scope, exceptions: ['logged in on 1'] }],
  ['share-of-hosts-scanned-authenticated', 'fewer than there are', () => [...inventory(), scan({ hostsScanned: 2, hostsAuthenticated: 2 })], '2 of 2 ?', { scope }],
  ['share-of-hosts-scanned-authenticated', 'untold', () => [scan({ hostsScanned: 2 })], 'unknown: not-measured-by-source'],
  ['share-of-devices-vulnerability-scanned', 'targets and findings; ranges name nobody', () => [...inventory(), scan({ targets: ['ws01', '10.0.0.0/24'] }), finding({ host: 'WS02' })], '2 of 3', { scope }],
  ['open-critical-findings', 'fixed and accepted are not open', () => [finding(), finding({ finding: '2', state: 'fixed' }), finding({ finding: '3', state: 'accepted' }), finding({ finding: '4', severity: 'high' })], 'count 1'],
  ['open-critical-findings', 'none of those that were read', () => [finding({ severity: 'info' })], 'count 0'],
  ['open-critical-findings', 'nothing was read', () => [scan()], 'unknown: no-evidence'],
  ['open-critical-findings', 'an older export alone keeps it open', () => [finding({ observed: day('2026-01-01') }), finding({ finding: '2', severity: 'low', from: { path: 'b.csv', row: 1 } })], 'count 1'],
  ['open-critical-findings', 'a newer export of the same product without it clears it', () => [finding({ observed: day('2026-01-01'), exportedBy: 'Nessus' }), finding({ finding: '2', severity: 'low', exportedBy: 'Nessus', from: { path: 'b.csv', row: 1 } })], 'count 0'],
  ['open-critical-findings', 'one of another host does not', () => [finding({ observed: day('2026-01-01'), exportedBy: 'Nessus' }), finding({ host: 'WS02', finding: '2', severity: 'low', exportedBy: 'Nessus', from: { path: 'b.csv', row: 1 } })], 'count 1'],
  ['oldest-open-critical-finding-days', 'since first seen', () => [finding({ firstSeen: day('2026-09-01') }), finding({ finding: '2', firstSeen: day('2026-07-01'), state: 'fixed' })], '44 days'],
  ['oldest-open-critical-finding-days', 'never told when', () => [finding()], 'unknown: undated'],
  ['oldest-open-critical-finding-days', 'none is open', () => [finding({ severity: 'low' })], '0 days', { remark: 'No critical finding is open' }],
  ['open-exploited-findings', 'of any severity', () => [finding({ severity: 'medium', exploited: true }), finding({ finding: '2', exploited: false })], 'count 1'],
  ['open-exploited-findings', 'untold is no zero', () => [finding()], 'unknown: not-measured-by-source'],
  ['days-since-penetration-test', 'a scan is none', () => [scan()], 'unknown: no-evidence'],
  ['days-since-penetration-test', 'the test', () => [scan({ service: 'penetration-test', observed: day('2026-06-15') })], '122 days'],
]);

const na = () => check({ rule: 'R0', outcome: 'not-applicable', verbatim: 'N/A' });
tell('configuration', [
  ['share-of-baseline-checks-passed', 'not applicable is no pass, skipped and waived neither', () => [check(), check({ rule: 'R2', outcome: 'failed', verbatim: 'Fail' }), check({ rule: 'R3', outcome: 'not-reviewed', verbatim: 'Manual' }), check({ rule: 'R4', outcome: 'waived', verbatim: 'waived' }), na()], '1 of 4 ?', { exceptions: ['Fail', 'Manual', 'waived'] }],
  ['share-of-baseline-checks-passed', 'a result that somebody changed is not passed', () => [check({ original: 'Fail' })], '0 of 1 ?', { exceptions: ['changed by somebody'] }],
  ['share-of-baseline-checks-passed', 'everything not applicable is a share of nothing', () => [na(), run({ passed: 0, failed: 0, notApplicable: 44 })], 'unknown: population-empty'],
  ['share-of-baseline-checks-passed', 'a run that was not connected proves nothing', () => [check({ from: { path: 'm.json', row: 1 } }), run({ complete: false, from: { path: 'm.json', row: 0 }, passed: 179 })], 'unknown: population-empty'],
  ['share-of-baseline-checks-passed', 'counts of runs where there are no checks', () => [owned('WS01'), run({ target: 'WS01', passed: 17, failed: 1, notApplicable: 26, skipped: 2 })], '17 of 20', { scope, exceptions: ['26 not applicable'] }],
  ['share-of-baseline-checks-passed', 'one of three devices is not all', () => [...inventory(), run({ target: 'WS01' })], '17 of 18 ?', { scope, remark: '1 of 3 devices' }],
  ['failed-high-severity-checks', 'muted and failed is failed', () => [check({ outcome: 'failed', severity: 'high', muted: true, verbatim: 'FAIL' }), check({ rule: 'R2', outcome: 'failed', severity: 'low', verbatim: 'FAIL' })], 'count 1'],
  ['failed-high-severity-checks', 'without severities unknown', () => [check({ outcome: 'failed', verbatim: 'FAIL' })], 'unknown: not-measured-by-source'],
  ['days-since-configuration-assessment', 'a run in which nothing applied is none', () => [run({ passed: 0, failed: 0, notApplicable: 44 })], 'unknown: no-evidence'],
  ['days-since-configuration-assessment', 'one that did', () => [run()], '14 days'],
  ['checks-with-changed-results', 'omitted, muted, rewritten, waived', () => [check({ verbatim: 'Omitted', outcome: 'not-reviewed' }), check({ rule: '2', muted: true }), check({ rule: '3', original: 'Fail' }), check({ rule: '4', outcome: 'waived', verbatim: 'Waived' }), check({ rule: '5' })], 'count 4'],
  ['email-authentication-checks-passed', 'by the words of the rule', () => [check({ title: 'An SPF policy SHALL be published' }), check({ rule: 'dmarc_record', outcome: 'failed', verbatim: 'Fail' }), check({ rule: 'R9', title: 'Passwords' })], '1 of 2'],
  ['email-authentication-checks-passed', 'checks about other things are none', () => [check({ title: 'Passwords' })], 'unknown: no-evidence'],
  ['email-authentication-checks-passed', 'a run that was not connected proves nothing', () => [check({ title: 'SPF', from: { path: 'm.json', row: 1 } }), run({ complete: false, from: { path: 'm.json', row: 0 } })], 'unknown: no-evidence'],
  ['macro-checks-passed', 'macros', () => [check({ title: 'Block macros from the internet' })], '1 of 1'],
  ['cloud-configuration-checks-passed', 'tenants', () => [check(), check({ rule: 'x', title: 'Ensure MFA for S3 delete', outcome: 'failed', verbatim: 'FAIL' })], '1 of 2'],
  ['script-and-protocol-checks-passed', 'underscores separate words', () => [check({ rule: 'xccdf_content_rule_disable_smbv1' })], '1 of 1'],
  ['session-lock-checks-passed', 'screen savers', () => [check({ rule: 'dconf_gnome_screensaver_lock', title: 'Enable the screen saver lock', outcome: 'failed', verbatim: 'fail' })], '0 of 1'],
  ['mail-filtering-checks-passed', 'phishing-resistant sign-in is no mail filter', () => [check({ title: 'Phishing-resistant MFA SHALL be enforced' })], 'unknown: no-evidence'],
  ['mail-filtering-checks-passed', 'filters', () => [check({ title: 'A spam filter SHALL be enabled' })], '1 of 1'],
  ['external-tagging-checks-passed', 'warnings', () => [check({ title: 'External sender warnings SHALL be implemented' })], '1 of 1'],
  ['audit-logging-checks-passed', 'logs', () => [check({ title: 'Unified Audit logging SHALL be enabled' })], '1 of 1'],
]);

tell('exposure', [
  ['remote-desktop-exposed', 'closed from inside proves nothing', () => [exposure({ perspective: 'internal' })], 'unknown: no-evidence', { remark: 'Only seen from inside' }],
  ['remote-desktop-exposed', 'an unfinished run proves nothing', () => [exposure({ complete: false })], 'unknown: incomplete-export'],
  ['remote-desktop-exposed', 'what an unfinished run sees is seen', () => [exposure({ complete: false, state: 'open' })], 'count 1'],
  ['remote-desktop-exposed', 'hosts, not ports', () => [exposure({ state: 'open' }), exposure({ state: 'open', protocol: 'udp' })], 'count 1'],
  ['remote-desktop-exposed', 'none, from outside', () => [exposure()], 'count 0'],
  ['internet-exposed-services', 'all open ports', () => [exposure({ port: 443, state: 'open' }), exposure({ port: 22, state: 'filtered' })], 'count 1'],
  ['exposed-risky-services', 'a web server is not risky, file sharing is', () => [exposure({ port: 443, state: 'open' }), exposure({ port: 445, state: 'open' })], 'count 1', { exceptions: ['445'] }],
]);

describe('the inventory as denominator', () => {
  it('is known by the named exhibit, also inside a container, and by no other', () => {
    const inZip = { ...owned('WS01'), from: { path: `${DEVICES}!/inner.csv`, row: 1 } };
    expect(measure('share-of-devices-with-endpoint-protection', [inZip, asset({ name: 'WS02' }), agent()], scope)).toMatchObject({
      populationKnown: true,
      measure: { n: 1, of: 1 },
    });
  });
});
