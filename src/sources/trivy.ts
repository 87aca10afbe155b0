import { defineSource, type Fields, type FileContext, type Placed } from '../intake/contract.ts';
import { counted, runOf, severityOf } from './kit/checks.ts';
import { cvesIn } from './kit/cves.ts';
import { perFile } from './kit/per-file.ts';
import { producedBy } from './kit/produced.ts';

const SEVERITIES = { CRITICAL: 'critical', HIGH: 'high', MEDIUM: 'medium', LOW: 'low', UNKNOWN: 'unknown' } as const;

const STATES = {
  affected: 'open',
  fixed: 'open',
  will_not_fix: 'open',
  fix_deferred: 'open',
  under_investigation: 'open',
  end_of_life: 'open',
  unknown: 'open',
  not_affected: 'false-positive',
} as const;

const OUTCOMES = { FAIL: 'failed', PASS: 'passed', EXCEPTION: 'waived' } as const;

/** What was looked for: a run for wrong settings or for secrets looked for no vulnerable package. */
const looked = perFile(() => ({
  forPackages: false,
  ofUnknownClass: false,
  someFailed: false,
  targets: new Set<string>(),
}));

export default defineSource({
  product: 'Trivy',
  title: 'Trivy report (JSON)',
  kinds: ['vulnerability-finding', 'vulnerability-scan', 'configuration-check', 'configuration-assessment'],
  obtain: 'trivy image --format json --output trivy.json IMAGE   (or trivy fs, trivy rootfs, trivy k8s --report all)',
  proves:
    'Which known vulnerabilities the packages of an image, file system or cluster have and which can be fixed; which of its settings are wrong.',
  cannotProve: 'That the image is what runs; when it was scanned, in versions that print no CreatedAt.',
  reads: [
    {
      shape: 'json',
      items: 'Results',
      document: { SchemaVersion: true, ArtifactName: true },
      required: ['Target'],
      item: (result, file) => readResult(result, file, file.document.text('ArtifactName')),
      produced: ({ document }) => producedBy({ tool: 'Trivy', version: document.text('Trivy.Version') }),
      end: tell,
    },
    // Without any package, setting or secret to look at, no list of results is written.
    {
      shape: 'json',
      items: '',
      required: ['SchemaVersion', 'ArtifactName'],
      forbidden: ['Results'],
      item: () => undefined,
    },
    {
      shape: 'json',
      items: 'Resources',
      document: { ClusterName: true },
      required: ['Kind', 'Name', 'Results'],
      item: readResource,
      end: tell,
    },
    // Older versions list what is vulnerable and what is wrongly set apart; either list may be missing.
    {
      shape: 'json',
      items: 'Vulnerabilities',
      document: { ClusterName: true },
      required: ['Kind', 'Name', 'Results'],
      item: readResource,
      end: (file) => [
        ...file.document.children('Misconfigurations').flatMap((resource) => readResource(resource, file)),
        ...tell(file),
      ],
    },
    {
      shape: 'json',
      items: 'Misconfigurations',
      document: { ClusterName: true },
      required: ['Kind', 'Name', 'Results'],
      item: readResource,
      end: tell,
    },
    {
      // Before its report had a version, it was the bare list of results.
      shape: 'json',
      items: '',
      required: ['Target', 'Vulnerabilities'],
      forbidden: ['SchemaVersion'],
      item: (result, file) => readResult(result, file, result.text('Target')),
      end: tell,
    },
  ],
});

function readResource(resource: Fields, file: FileContext): readonly Placed[] {
  const name = [resource.text('Namespace'), resource.text('Kind'), resource.text('Name')]
    .filter((part) => part !== undefined)
    .join('/');
  // An image that could not be fetched was not looked at, whatever the rest of the run says.
  if (resource.has('Error')) looked(file).someFailed = true;
  return resource.children('Results').flatMap((result) => readResult(result, file, name));
}

function readResult(result: Fields, file: FileContext, host: string | undefined): readonly Placed[] {
  const kind = result.text('Class');
  const found = result.children('Vulnerabilities');
  const look = looked(file);
  if (found.length > 0 || kind === 'os-pkgs' || kind === 'lang-pkgs') look.forPackages = true;
  if (kind === undefined) look.ofUnknownClass = true;
  if (host !== undefined) look.targets.add(host);
  return [
    ...found.map((one) => finding(one, file, host)),
    ...result.children('Misconfigurations').map((one) => wrongSetting(one, file, host)),
    ...result.children('Secrets').map((one) => secret(one, file, result.text('Target') ?? host)),
  ];
}

function finding(found: Fields, file: FileContext, host: string | undefined): Placed {
  return {
    kind: 'vulnerability-finding',
    strength: 'R',
    observed: scannedAt(file),
    host,
    finding: `${found.text('VulnerabilityID')} ${found.text('PkgName')}`,
    title: found.text('Title'),
    cve: cvesIn(found.text('VulnerabilityID')),
    severity: found.word('Severity', SEVERITIES) ?? 'unknown',
    // "fixed" says that a newer package mends it; this one does not.
    state: found.word('Status', STATES) ?? 'open',
    verbatim: found.text('Status') ?? 'listed',
    endOfLife: found.text('Status') === 'end_of_life' ? true : undefined,
    at: found.place,
  };
}

function wrongSetting(found: Fields, file: FileContext, target: string | undefined): Placed {
  const check = counted(file, {
    kind: 'configuration-check',
    strength: 'R',
    observed: scannedAt(file),
    tool: 'Trivy',
    rule: found.text('ID') ?? found.text('AVDID') ?? '',
    title: found.text('Title'),
    target,
    outcome: found.word('Status', OUTCOMES) ?? 'unknown',
    verbatim: found.text('Status') ?? 'listed',
    severity: severityOf(found, 'Severity'),
  });
  return { ...check, at: found.place };
}

/** A password or key that lies open; what was looked for and not found is told nowhere. */
function secret(found: Fields, file: FileContext, target: string | undefined): Placed {
  const check = counted(file, {
    kind: 'configuration-check',
    strength: 'R',
    observed: scannedAt(file),
    tool: 'Trivy',
    rule: found.text('RuleID') ?? '',
    title: found.text('Title'),
    target,
    outcome: 'failed',
    verbatim: 'secret found',
    severity: severityOf(found, 'Severity'),
  });
  return { ...check, at: found.place };
}

function tell(file: FileContext): readonly Placed[] {
  const { forPackages, ofUnknownClass, someFailed, targets } = looked(file);
  const cluster = file.document.text('ClusterName');
  const settings = runOf(file, { tool: 'Trivy', target: cluster, complete: undefined });
  if (!forPackages && (!ofUnknownClass || settings !== undefined)) return settings === undefined ? [] : [settings];
  const named = file.document.texts('ArtifactName');
  const isImage = cluster !== undefined || file.document.text('ArtifactType') === 'container_image';
  const scan: Placed = {
    kind: 'vulnerability-scan',
    strength: 'R',
    observed: scannedAt(file),
    scanner: 'Trivy',
    finished: !someFailed,
    targets: named.length > 0 ? named : [...targets],
    perspective: isImage ? 'image' : 'agent',
  };
  return settings === undefined ? [scan] : [scan, settings];
}

function scannedAt(file: FileContext) {
  return file.document.has('CreatedAt') ? file.document.time('CreatedAt') : file.asStated;
}
