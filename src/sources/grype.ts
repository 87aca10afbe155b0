import { defineSource } from '../intake/contract.ts';
import { cvesIn } from './kit/cves.ts';

const SEVERITIES = {
  Critical: 'critical',
  High: 'high',
  Medium: 'medium',
  Low: 'low',
  Negligible: 'info',
  Unknown: 'unknown',
} as const;

export default defineSource({
  product: 'Grype',
  title: 'Grype report (JSON)',
  kinds: ['vulnerability-finding', 'vulnerability-scan'],
  obtain: 'grype IMAGE --output json > grype.json',
  proves:
    'Which known vulnerabilities the packages of one image or folder have, when it was scanned and how old the data was.',
  cannotProve: 'That the image is what runs.',
  reads: [
    {
      shape: 'json',
      items: 'matches',
      document: { 'descriptor.name': 'grype', source: true },
      required: ['vulnerability.id', 'artifact.name'],
      item: (match, file) => ({
        kind: 'vulnerability-finding',
        strength: 'R',
        observed: file.document.time('descriptor.timestamp'),
        host: file.document.text('source.target.userInput') ?? file.document.text('source.target'),
        finding: `${match.text('vulnerability.id')} ${match.text('artifact.name')}`,
        title: match.text('vulnerability.description'),
        cve: cvesIn(match.text('vulnerability.id'), match.texts('relatedVulnerabilities.id').join(' ')),
        severity: match.word('vulnerability.severity', SEVERITIES) ?? 'unknown',
        state: 'open',
        verbatim: match.text('vulnerability.fix.state') ?? 'matched',
        exploited: match.children('vulnerability.knownExploited').length > 0 ? true : undefined,
      }),
      produced: (file) => {
        const version = file.document.text('descriptor.version');
        return { tool: 'Grype', ...(version === undefined ? {} : { version }) };
      },
      end: (file) => ({
        kind: 'vulnerability-scan',
        strength: 'R',
        observed: file.document.time('descriptor.timestamp'),
        scanner: 'Grype',
        finished: true,
        targets: file.document.texts('source.target.userInput'),
        perspective: file.document.text('source.type') === 'image' ? 'image' : 'agent',
        feed: file.document.has('descriptor.db.built')
          ? file.document.time('descriptor.db.built')
          : file.document.time('descriptor.db.status.built'),
      }),
    },
  ],
});
