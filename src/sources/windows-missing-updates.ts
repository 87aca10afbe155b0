import { defineSource } from '../intake/contract.ts';
import type { Draft } from '../model/record.ts';

const ROW = /^(KB\d{6,}): (\S.*?)\s*$/;

/** The first that fits. Definitions, drivers and languages are updates, but no security patches. */
const CATEGORIES: readonly (readonly [RegExp, NonNullable<Draft<'patch-state'>['category']>])[] = [
  [/definition update|security intelligence update|antimalware platform/i, 'definition'],
  [/driver|firmware/i, 'driver'],
  [/language (pack|feature)|preview/i, 'other'],
  [/feature update|upgrade to windows/i, 'feature'],
  [/security|cumulative update|servicing stack/i, 'security'],
];

export default defineSource({
  product: 'Windows Update',
  title: 'Windows updates not yet installed (list)',
  kinds: ['patch-state'],
  obtain: 'Print "KBnnn: title" for each result of the Windows Update agent\'s search "IsInstalled=0"',
  proves: 'Which updates Windows Update offers to a device that does not have them.',
  cannotProve:
    'When it was asked or on which device; how long they have been missing. Titles rarely tell what is critical.',
  reads: [
    {
      shape: 'text',
      anchors: [ROW],
      forbidden: [/\bHotFixID\b/, /^\s*\[\d+\]:/],
      line: ({ text }, file) => {
        const [, patch, title = ''] = ROW.exec(text) ?? [];
        if (patch === undefined) return undefined;
        const category = CATEGORIES.find(([pattern]) => pattern.test(title))?.[1] ?? 'other';
        return {
          kind: 'patch-state',
          strength: 'R',
          observed: file.asStated,
          device: file.said.system,
          patch,
          title,
          severity: category === 'security' ? 'security' : 'other',
          state: 'missing',
          verbatim: 'offered',
          category,
        };
      },
    },
  ],
});
