import type { FailOn } from '../client/fail-on.ts';
import type { Diagnostic } from '../kernel/diagnostic.ts';
import type { Edition } from '../model/engagement.ts';
import type { Finish } from '../model/finish.ts';
import type { BuiltPackage, ClientLedger, ClientSummary } from '../model/portfolio-client.ts';
import type { IdentifierIndex } from './identifiers.ts';

/** What every job of a run shares. */
export interface RunContext {
  /** Where packages go: a folder for each client. */
  readonly out: string;
  readonly editions: readonly Edition[];
  readonly index: IdentifierIndex;
  /** Names of the clients, by their folders. */
  readonly names: Readonly<Record<string, string>>;
  /** What is to be done to packages after they are made, without its secrets; undefined where that is decided elsewhere. */
  readonly finish?: Finish;
}

/** One client to be worked on. Plain data: it crosses into other processes. */
export interface Job {
  readonly id: string;
  readonly folder: string;
  /** Whether packages are wanted, or the findings alone. */
  readonly task: 'build' | 'judge';
  readonly mentions: readonly string[];
  /** What its inputs have to be: counted elsewhere, where somebody asked for the build of these and no others. */
  readonly key?: string;
  /** Nothing changed but who the others are, and this is the key of what was found: whether anything of theirs lies here is all that is asked. */
  readonly look?: string;
  /** Nothing changed as far as can be seen without opening the client: look whether that is all, before anything is built. */
  readonly ifChanged?: boolean;
}

/** Where the files of a portfolio lie that does not lie in a folder of this machine. */
export interface Lending {
  /** A client's files are here while the work goes on. */
  within<T>(client: string, work: () => Promise<T>): Promise<T>;
  /** Whether a package stands there as it was built. */
  stands(client: string, made: BuiltPackage): Promise<boolean>;
  /** A package as it stands there. */
  read(client: string, file: string): Promise<Uint8Array>;
}

/** What became of a client. */
export interface Outcome {
  readonly id: string;
  readonly name: string;
  /** `unchanged`: everything that it follows from is as it was. `stopped`: another client's data lie in it. */
  readonly state: 'built' | 'judged' | 'unchanged' | 'stopped' | 'failed';
  /** As a process would end that did this alone: 0, or 2, 3, 6, 70. */
  readonly exit: number;
  readonly problems: readonly Diagnostic[];
  readonly met: readonly FailOn[];
  readonly packages: readonly BuiltPackage[];
  readonly summary: ClientSummary | null;
  readonly seconds: number;
}

/** What is told of an outcome, wherever it comes from. */
export interface ToldOutcome extends Omit<Outcome, 'summary'> {
  readonly summary: Pick<ClientSummary, 'headlines' | 'contradictions' | 'renewsOn'> | null;
}

export function outcomeFrom(ledger: ClientLedger, state: 'built' | 'judged' | 'unchanged', seconds: number): Outcome {
  const { client: id, summary, met, packages } = ledger;
  return { id, name: summary.name, state, exit: 0, problems: [], met, packages, summary, seconds };
}
