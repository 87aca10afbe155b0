import { defineSource } from '../intake/contract.ts';
import { perFile } from './kit/per-file.ts';

const INST = /^Inst (\S+) \[(\S+)\] \((\S+) (.*) \[\S+\]\)/;
const TOTAL = /^(\d+) upgraded, \d+ newly installed, \d+ to remove and \d+ not upgraded\.$/;
const counts = perFile<{ missing?: number; security: number }>(() => ({ security: 0 }));

export default defineSource({
  product: 'apt',
  title: 'apt-get upgrade, simulated',
  kinds: ['patch-state', 'patch-summary'],
  obtain: 'apt-get update && apt-get -s dist-upgrade > upgrade-simulated.txt',
  proves:
    'Which installed packages an upgrade would replace, how many, and which of them for security; also that none would.',
  cannotProve:
    'How current it is: it is as old as the last "apt-get update", carries no date and does not name its machine.',
  reads: [
    {
      shape: 'text',
      anchors: [/^Calculating upgrade\.\.\./, TOTAL],
      // A real run prints these as well; then the packages are no longer missing.
      forbidden: [/^(Get:\d+ |Unpacking |Setting up )/],
      line: ({ text }, file) => {
        const [, name, from, to, suites = ''] = INST.exec(text) ?? [];
        if (name === undefined) {
          const total = TOTAL.exec(text)?.[1];
          if (total !== undefined) counts(file).missing = Number(total);
          return undefined;
        }
        const urgent = /-security\b/i.test(suites);
        if (urgent) counts(file).security += 1;
        return {
          kind: 'patch-state',
          strength: 'R',
          observed: file.asStated,
          device: file.said.system,
          patch: `${name} ${to}`,
          title: `installed ${from}`,
          severity: urgent ? 'security' : 'other',
          state: 'missing',
          verbatim: 'Inst',
          category: urgent ? 'security' : 'other',
        };
      },
      end: (file) => ({
        kind: 'patch-summary',
        strength: 'R',
        observed: file.asStated,
        device: file.said.system,
        operation: 'scan',
        missing: counts(file).missing,
        securityMissing: counts(file).security,
      }),
    },
  ],
});
