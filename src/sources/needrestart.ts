import { defineSource } from '../intake/contract.ts';

/** What the number of the kernel's state says of a waiting restart; 0 is what needrestart prints when it cannot tell. */
const PENDING: Readonly<Record<string, number | undefined>> = { '1': 0, '2': 1, '3': 1 };

export default defineSource({
  product: 'needrestart',
  title: 'needrestart (batch mode)',
  kinds: ['patch-summary'],
  obtain: 'needrestart -b > needrestart.txt',
  proves: 'Whether the kernel that runs is the newest one that is installed.',
  cannotProve: 'Anything when the state is 0, which means unknown. It carries no date and does not name its machine.',
  reads: [
    {
      shape: 'text',
      anchors: [/^NEEDRESTART-VER: /, /^NEEDRESTART-KSTA: \d/],
      line: ({ text }, file) => {
        const state = /^NEEDRESTART-KSTA: (\d)/.exec(text)?.[1];
        if (state === undefined) return undefined;
        return {
          kind: 'patch-summary',
          strength: 'R',
          observed: file.asStated,
          device: file.said.system,
          operation: 'unknown',
          pendingReboot: PENDING[state],
        };
      },
    },
  ],
});
