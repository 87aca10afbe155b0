import { defineSource } from '../intake/contract.ts';
import { perFile } from './kit/per-file.ts';

const transaction = perFile<{ ended?: string; result?: string; command?: string }>(() => ({}));
const OUTCOMES: Readonly<Record<string, 'installed' | 'failed' | undefined>> = {
  Success: 'installed',
  Failure: 'failed',
};

export default defineSource({
  product: 'dnf',
  title: 'dnf history info',
  kinds: ['patch-install'],
  obtain: "dnf history info '1..last' > history-info.txt",
  proves: 'Which packages were upgraded to which version, when, and how the transaction ended.',
  cannotProve: 'Which were for security or what is still missing. Times have no zone, the machine is not named.',
  reads: [
    {
      shape: 'text',
      anchors: [/^Transaction ID\s*: \d+/, /^Return-Code\s*:/, /^Packages Altered:/],
      line: ({ text }, file) => {
        const [, label, value] = /^(Transaction ID|End time|Return-Code|Command Line)\s*: (.*)$/.exec(text) ?? [];
        const state = transaction(file);
        if (label === 'Transaction ID') {
          delete state.ended;
          delete state.result;
          delete state.command;
        }
        if (label === 'End time' && value !== undefined) state.ended = value.replace(/ \(.*\)$/, '');
        if (label === 'Return-Code' && value !== undefined) state.result = value.trim();
        if (label === 'Command Line' && value !== undefined) state.command = value;
        // "Upgrade" is the version that came, "Upgraded" the one that went.
        const patch = /^\s+(?:Upgrade|Update)\s+(\S+)/.exec(text)?.[1];
        if (patch === undefined) return undefined;
        return {
          kind: 'patch-install',
          strength: 'R',
          observed: file.time(state.ended),
          device: file.said.system,
          patch,
          outcome: OUTCOMES[state.result?.split(/[ :]/)[0] ?? ''] ?? 'attempted',
          verbatim: state.result ?? 'no return code',
          automatic: /dnf-automatic/.test(state.command ?? '') ? true : undefined,
        };
      },
    },
  ],
});
