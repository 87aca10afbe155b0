import { defineSource } from '../intake/contract.ts';

// The words between the brackets are in the language of whoever ran it. What is there already (`now`) is no upgrade; with -a it is listed, too.
const ROW = /^([^\s/]+)\/(?!(?:\S*,)?now[, ])(\S+) (\S+) (\S+) \[([^\]\d]*)(\d[^\s\]]*)([^\]\d]*)\]$/;

export default defineSource({
  product: 'apt',
  title: 'apt list --upgradable',
  kinds: ['patch-state'],
  obtain: 'apt-get update && apt list --upgradable > upgradable.txt',
  proves: 'Which packages wait for an upgrade, and which of them for a security one.',
  cannotProve:
    'How current it is: it is as old as the last "apt-get update", carries no date and does not name its machine. Packages from elsewhere are not in it.',
  reads: [
    {
      shape: 'text',
      anchors: [ROW],
      line: ({ text }, file) => {
        const [, name, suites = '', version, , before = '', from, after = ''] = ROW.exec(text) ?? [];
        if (name === undefined) return undefined;
        const security = /-security(,|$)/.test(suites);
        return {
          kind: 'patch-state',
          strength: 'R',
          observed: file.asStated,
          device: file.said.system,
          patch: `${name} ${version}`,
          title: `installed ${from}`,
          severity: security ? 'security' : 'other',
          state: 'missing',
          verbatim: (before + after).replace(/ from|[:：]/g, '').trim(),
          category: security ? 'security' : 'other',
        };
      },
    },
  ],
});
