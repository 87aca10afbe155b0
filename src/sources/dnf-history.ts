import { defineSource } from '../intake/contract.ts';

const HEADER = /^ID\s+\| (Command line|Login user)\s+\| Date and time\s+\| Action\(s\)\s+\| Altered/;
const ROW = /^\s*(\d+) \| (.*?)\s*\| (\d{4}-\d\d-\d\d \d\d:\d\d) \| (.+?)\s*\|\s*(\d+)\s*(\S*)\s*$/;

export default defineSource({
  product: 'dnf',
  title: 'dnf history',
  kinds: ['patch-install'],
  obtain: 'dnf history list > history.txt',
  proves: 'When packages were upgraded and how many at a time; which transactions were cut short.',
  cannotProve:
    'Which packages, and which of them for security. The command is cut at 24 characters, times have no zone, the machine is not named.',
  reads: [
    {
      shape: 'text',
      anchors: [HEADER, ROW],
      line: ({ text }, file) => {
        const [, id, , time, actions = '', altered, marks = ''] = ROW.exec(text) ?? [];
        // Actions are a word when there is one kind, and letters when there are several: I, U for install and upgrade.
        if (id === undefined || !/\b(U|Upgrade|Update)\b/.test(actions)) return undefined;
        const cut = /[*E#]/.exec(marks)?.[0];
        return {
          kind: 'patch-install',
          strength: 'R',
          observed: file.time(time),
          device: file.said.system,
          patch: `transaction ${id}`,
          title: `${altered} packages altered`,
          // `*` was cut off, `E` and `#` ended with errors.
          outcome: cut === undefined ? 'installed' : cut === '*' ? 'attempted' : 'failed',
          verbatim: `${actions}${cut === undefined ? '' : ` ${cut}`}`,
        };
      },
    },
  ],
});
