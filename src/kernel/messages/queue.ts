import type { Message } from './message.ts';

/** Of a portfolio that many machines build. */
export const QUEUE_MESSAGES = {
  'queue-wanted': {
    severity: 'error',
    says: () => 'No queue is named.',
    hint: 'Give --queue redis://host:6379, or set PROOFPACK_QUEUE.',
  },
  'queue-address-wrong': {
    severity: 'error',
    says: ({ address }: { address: string }) => `"${address}" is no address of a queue.`,
    hint: 'Write redis://user@host:6379/0, or rediss:// for an encrypted way; the number of the database may be left out.',
  },
  'queue-address-holds-password': {
    severity: 'error',
    says: ({ host }: { host: string }) =>
      `The address of the queue on ${host} holds a password; every process of the machine can read arguments.`,
    hint: 'Take it out, and give it in PROOFPACK_QUEUE_PASSWORD, or in the file that PROOFPACK_QUEUE_PASSWORD_FILE names.',
  },
  'queue-unreachable': {
    severity: 'error',
    says: ({ where, reason }: { where: string; reason: string }) => `The queue ${where} did not answer: ${reason}.`,
    hint: 'Check the address, whether the server runs and can be reached from here, and the password: redis-cli with the same address shows the same.',
  },
  'queue-flag-idle': {
    severity: 'error',
    says: ({ flag, what }: { flag: string; what: string }) => `${flag} has no meaning for "fleet ${what}".`,
    hint: 'Say it where the work is put on the queue ("fleet build --queue") or told of ("fleet status"); workers take what is there.',
  },
  'queue-finishes-elsewhere': {
    severity: 'error',
    says: ({ flag }: { flag: string }) =>
      `${flag} is for whoever builds, and with --queue that are the workers: no key and no password passes through a queue.`,
    hint: 'Give it to each "fleet work", with a key that its machine has; or say it under "build" in portfolio.yaml, without secrets.',
  },
  'inputs-differ': {
    severity: 'error',
    says: ({ client }: { client: string }) =>
      `What lies here of ${client} is not what was put on the queue: its files, the portfolio's or the others' engagements, or the version of proofpack differ.`,
    hint: 'Put it on the queue again with "fleet build --changed" when nothing changes any more; every worker has to see the same files and run the same version.',
  },
  'process-ended': {
    severity: 'error',
    says: ({ client, how }: { client: string; how: string }) => `Building ${client} ended its process (${how}).`,
    hint: 'Try it alone with "proofpack build"; give it more memory with build.megabytes in portfolio.yaml where that ran out.',
  },
  'client-set-aside': {
    severity: 'error',
    says: ({ client, reason }: { client: string; reason: string }) =>
      `${client} was set aside: no worker finished it (${reason}).`,
    hint: 'Try it alone with "proofpack build", then put it on the queue again; look whether workers were ended from outside, for instance for want of memory.',
  },
  'queue-job-foreign': {
    severity: 'error',
    says: ({ id }: { id: string }) => `The job ${id} of the queue is none of this version of proofpack.`,
    hint: 'Give proofpack a database of its own on the server, and run the same version everywhere.',
  },
} as const satisfies Readonly<Record<string, Message>>;
