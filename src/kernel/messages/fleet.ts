import type { Message } from './message.ts';

export interface OtherClient {
  readonly path: string;
  readonly line: number;
  readonly written: string;
  readonly of: string;
  readonly client: string;
}

/** Of a portfolio: many clients in one run. */
export const FLEET_MESSAGES = {
  'portfolio-invalid': {
    severity: 'error',
    says: ({ problems }: { problems: string }) => problems,
    hint: 'Compare with docs/fleet.md; what is of one client alone belongs into its engagement.yaml.',
  },
  'portfolio-used': {
    severity: 'info',
    says: ({ path, keys }: { path: string; keys: readonly string[] }) => `${path} gives ${keys.join(', ')}.`,
    hint: 'Say it in engagement.yaml where it is otherwise for this client: the client’s word goes first.',
  },
  'other-client-stops': {
    severity: 'error',
    says: ({ path, line, written, of, client }: OtherClient) =>
      `${path}${line === 0 ? ' in its name' : ` line ${line}`} carries ${written}, which belongs to ${of} and not to ${client}; nothing was built.`,
    hint: 'Take the file out, or exclude it by name in engagement.yaml; where the two do business with one another, say so under "related" in portfolio.yaml.',
  },
  'other-client-here': {
    severity: 'error',
    says: ({ path, line, written, of, client }: OtherClient) =>
      `${path}${line === 0 ? ' in its name' : ` line ${line}`} carries ${written}, which belongs to ${of} and not to ${client}: no package will be built while it lies here.`,
    hint: 'Take the file out, or exclude it by name in engagement.yaml; where the two do business with one another, say so under "related" in portfolio.yaml.',
  },
  'identifier-claimed-twice': {
    severity: 'warning',
    says: ({ value, clients }: { value: string; clients: readonly string[] }) =>
      `${value} is claimed by ${clients.join(' and ')}: it tells none of them from the others.`,
    hint: 'Correct "identifiers" of the one that it does not belong to, or put it under "shared" in portfolio.yaml.',
  },
  'identifier-too-weak': {
    severity: 'warning',
    says: ({ value, client }: { value: string; client: string }) =>
      `${value} is no sign of ${client}: it is a service’s or a mailbox’s name, or too short to be anybody’s.`,
    hint: 'Take it out of "identifiers", and name what is the client’s alone: its own domain, NAM-, a tenant’s id.',
  },
  'identifiers-unknown': {
    severity: 'warning',
    says: ({ client }: { client: string }) =>
      `The engagement of ${client} does not tell by which names its exports are known: no other client was compared with them.`,
    hint: 'Correct its engagement.yaml, and give it client.identifiers: domains, tenants, hostPrefixes.',
  },
  'client-unknown': {
    severity: 'error',
    says: ({ word, nearest }: { word: string; nearest?: string | undefined }) =>
      `there is no client "${word}"${nearest === undefined ? '' : `; did you mean "${nearest}"?`}`,
    hint: 'Clients are named by their folders: those with an engagement.yaml directly below the portfolio.',
  },
  'portfolio-empty': {
    severity: 'error',
    says: ({ folder }: { folder: string }) =>
      `${folder} holds no client: no folder with an engagement.yaml lies directly in it.`,
    hint: 'Give the folder that holds the clients’ folders; for one client take "proofpack build".',
  },
  'unlocked-beside': {
    severity: 'warning',
    says: ({ path }: { path: string }) =>
      `${path} lies there from an earlier run, without a lock, beside the locked one.`,
    hint: 'Take it away where nobody is to have it unlocked.',
  },
  'client-crashed': {
    severity: 'error',
    says: ({ client, how }: { client: string; how: string }) =>
      `Building ${client} ended its process twice (${how}); the other clients went on.`,
    hint: 'Try it alone with "proofpack build"; give it more memory with build.megabytes in portfolio.yaml where that ran out.',
  },
  'client-out-of-memory': {
    severity: 'error',
    says: ({ client, megabytes }: { client: string; megabytes: number }) =>
      `Building ${client} took more than ${megabytes} MB of memory; the other clients went on.`,
    hint: 'Give fewer clients more memory: a smaller --jobs, or build.megabytes in portfolio.yaml; or take the largest file out.',
  },
  'client-over-time': {
    severity: 'error',
    says: ({ client, minutes }: { client: string; minutes: number }) =>
      `Building ${client} was given up after ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}; the other clients went on.`,
    hint: 'Give it longer with build.minutes in portfolio.yaml, or look with "proofpack inspect" which file takes so long.',
  },
  'client-bug': {
    severity: 'error',
    says: ({ client, report }: { client: string; report: string }) =>
      `Building ${client} met a bug of proofpack, not of its files: ${report}`,
    hint: 'Please report these lines; check them for names first.',
  },
  'renewal-unknown': {
    severity: 'warning',
    says: ({ clients }: { clients: readonly string[] }) =>
      `When ${clients.join(', ')} ${clients.length === 1 ? 'renews' : 'renew'} is not said: that the evidence lasts until then cannot be told, and counts as if it did not.`,
    hint: 'Add renewsOn: 2026-12-01 to engagement.yaml, with the day on which the policy or contract is renewed.',
  },
  'jobs-wrong': {
    severity: 'error',
    says: ({ got }: { got: string }) => `--jobs is a number of clients at once, from 1; this is "${got}".`,
    hint: 'Leave it out: then cores and memory decide.',
  },
  'shard-wrong': {
    severity: 'error',
    says: ({ got }: { got: string }) => `--shard is written i/n, such as 2/5 for the second of five; this is "${got}".`,
    hint: 'Count from 1 to n; each client falls into one shard, and always into the same.',
  },
} as const satisfies Record<string, Message>;
