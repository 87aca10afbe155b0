import { defineSource, type FileContext, type Placed } from '../intake/contract.ts';
import { APT_CALCULATES, APT_TOTAL } from './kit/apt.ts';
import { perFile } from './kit/per-file.ts';

const INST = /^Inst (\S+) \[(\S+)\] \((\S+) (.*) \[\S+\]\)/;
interface Counts {
  /** Packages that are kept back wait as well, but are not listed, so nobody can tell which of them are for security. */
  total?: { readonly upgraded: number; readonly kept: number };
  security: number;
}
const counts = perFile<Counts>(() => ({ security: 0 }));

export default defineSource({
  product: 'apt',
  title: 'apt-get upgrade, simulated',
  kinds: ['patch-state', 'patch-summary'],
  obtain: 'apt-get update && apt-get -s dist-upgrade > upgrade-simulated.txt',
  risk: 'Without -s the command installs the updates.',
  proves:
    'Which installed packages an upgrade would replace, how many, and which of them for security; also that none would.',
  cannotProve:
    'How current it is: it is as old as the last "apt-get update", carries no date and does not name its machine.',
  reads: [
    {
      shape: 'text',
      anchors: [APT_CALCULATES, APT_TOTAL],
      // A real run prints these as well; then the packages are no longer missing.
      forbidden: [/^(Get:\d+ |Unpacking |Setting up )/],
      line: ({ text }, file) => {
        const [, name, from, to, suites = ''] = INST.exec(text) ?? [];
        if (name === undefined) {
          const [, upgraded, , , kept] = APT_TOTAL.exec(text) ?? [];
          if (upgraded !== undefined) counts(file).total ??= { upgraded: Number(upgraded), kept: Number(kept) };
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
      end: summary,
    },
  ],
});

function summary(file: FileContext): Placed {
  const { total, security } = counts(file);
  return {
    kind: 'patch-summary',
    strength: 'R',
    observed: file.asStated,
    device: file.said.system,
    operation: 'scan',
    missing: total === undefined ? undefined : total.upgraded + total.kept,
    securityMissing: total !== undefined && total.kept > 0 && security === 0 ? undefined : security,
  };
}
