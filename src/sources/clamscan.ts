import { defineSource, type FileContext, type Placed } from '../intake/contract.ts';
import { perFile } from './kit/per-file.ts';

const LABELS = /^(Known viruses|Engine version|Scanned files|Infected files|Start Date|End Date): +(.*?)\s*$/;
const summaries = perFile(() => new Map<string, string>());

export default defineSource({
  product: 'ClamAV',
  title: 'clamscan summary',
  kinds: ['malware-scan'],
  obtain: 'clamscan --recursive --log=clamscan.log /   (or the log of a scheduled run)',
  proves: 'How many files were scanned with how many known signatures, how many were infected, and when.',
  cannotProve:
    'Protection while files are opened. "Infected files: 0" with a handful of signatures shows only that none were loaded. It does not name its machine; its times have no zone.',
  reads: [
    {
      shape: 'text',
      anchors: [/^-+ SCAN SUMMARY -+$/, /^Known viruses: \d+/, /^Infected files: \d+/],
      line: ({ text }, file) => {
        const values = summaries(file);
        // A log that is appended to holds one summary after the other.
        const before = /^-+ SCAN SUMMARY -+$/.test(text) ? scan(file) : [];
        const [, label, value] = LABELS.exec(text) ?? [];
        if (label !== undefined && value !== undefined) values.set(label, value);
        return before;
      },
      end: scan,
    },
  ],
});

function scan(file: FileContext): readonly Placed[] {
  const values = new Map(summaries(file));
  summaries(file).clear();
  if (!values.has('Infected files')) return [];
  const count = (label: string): number | undefined => {
    const value = values.get(label);
    return value === undefined ? undefined : Number(value);
  };
  const [start, end] = [values.get('Start Date'), values.get('End Date')];
  return [
    {
      kind: 'malware-scan',
      strength: 'R',
      // Older versions print no date.
      observed: end === undefined && start === undefined ? file.asStated : file.time(end ?? start),
      target: file.said.system,
      engine: `ClamAV ${values.get('Engine version') ?? ''}`.trim(),
      signatures: count('Known viruses'),
      scanned: count('Scanned files'),
      infected: count('Infected files'),
      started: start === undefined ? undefined : file.time(start),
    },
  ];
}
