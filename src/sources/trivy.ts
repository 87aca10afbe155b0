import { defineSource, type FileContext } from '../intake/contract.ts';
import { cvesIn } from './kit/cves.ts';

const SEVERITIES = { CRITICAL: 'critical', HIGH: 'high', MEDIUM: 'medium', LOW: 'low', UNKNOWN: 'unknown' } as const;

const STATES = {
  affected: 'open',
  fixed: 'open',
  will_not_fix: 'open',
  fix_deferred: 'open',
  under_investigation: 'open',
  end_of_life: 'open',
  not_affected: 'false-positive',
} as const;

export default defineSource({
  product: 'Trivy',
  title: 'Trivy report (JSON)',
  kinds: ['vulnerability-finding', 'vulnerability-scan'],
  obtain: 'trivy image --format json --output trivy.json IMAGE   (or trivy fs, trivy rootfs)',
  proves: 'Which known vulnerabilities the packages of one image or file system have, and which of them can be fixed.',
  cannotProve: 'That the image is what runs; when it was scanned, in versions that print no CreatedAt.',
  reads: [
    {
      shape: 'json',
      items: 'Results',
      document: { SchemaVersion: true, ArtifactName: true },
      required: ['Target'],
      item: (result, file) =>
        result.children('Vulnerabilities').map((found) => ({
          kind: 'vulnerability-finding' as const,
          strength: 'R' as const,
          observed: scannedAt(file),
          host: file.document.text('ArtifactName'),
          finding: `${found.text('VulnerabilityID')} ${found.text('PkgName')}`,
          title: found.text('Title'),
          cve: cvesIn(found.text('VulnerabilityID')),
          severity: found.word('Severity', SEVERITIES) ?? ('unknown' as const),
          // "fixed" says that a newer package mends it; this one does not.
          state: found.word('Status', STATES) ?? ('open' as const),
          verbatim: found.text('Status') ?? 'listed',
          endOfLife: found.text('Status') === 'end_of_life' ? true : undefined,
          at: found.place,
        })),
      end: (file) => ({
        kind: 'vulnerability-scan',
        strength: 'R',
        observed: scannedAt(file),
        scanner: 'Trivy',
        finished: true,
        targets: file.document.texts('ArtifactName'),
        perspective: file.document.text('ArtifactType') === 'container_image' ? 'image' : 'agent',
      }),
    },
  ],
});

function scannedAt(file: FileContext) {
  return file.document.has('CreatedAt') ? file.document.time('CreatedAt') : file.asStated;
}
