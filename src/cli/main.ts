import { createRequire } from 'node:module';
import { Argument, Command, CommanderError, Option as CommanderOption, InvalidArgumentError } from 'commander';
import { ProofpackError } from '../kernel/failure.ts';
import { nearest } from '../kernel/text.ts';
import { bugReport, tellFailure } from './failures.ts';
import { finishAll, openTerminal, type Streams, undoAll } from './terminal.ts';
import { DONE, type Given, type Option, type Verb, WRONG_REQUEST } from './verb.ts';
import { VERBS } from './verbs/index.ts';

const INTERRUPTED = 130;
/** As a shell tells of a process that was asked to end. */
const TERMINATED = 143;

/** What a process of its own needs: nothing half done stays behind an interruption, and a closed pipe is no failure. */
export function guardProcess(): void {
  for (const [signal, exit] of [
    ['SIGINT', INTERRUPTED],
    ['SIGTERM', TERMINATED],
  ] as const) {
    process.on(signal, () => {
      if (finishAll()) return;
      undoAll();
      process.exit(exit);
    });
  }
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // Whoever reads us through `head` has seen enough.
    if (error.code === 'EPIPE') process.exit(DONE);
    throw error;
  });
}

/** The whole command line: arguments in, exit code out. */
export async function run(argv: readonly string[], streams: Streams = process): Promise<number> {
  let exit = DONE;
  const program = await theProgram(streams, (code) => {
    exit = code;
  });
  try {
    if (argv.length === 0) {
      program.outputHelp({ error: true });
      return WRONG_REQUEST;
    }
    await program.parseAsync([...argv], { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : WRONG_REQUEST;
    const json = argv.includes('--json');
    if (error instanceof ProofpackError) return tellFailure(error, json, streams);
    return bugReport(error, { verb: argv[0] ?? '', version: version(), json }, streams);
  }
}

type Finish = (exit: number) => void;

async function theProgram(streams: Streams, finish: Finish): Promise<Command> {
  const program = new Command('proofpack')
    .description(
      'Turns the exports of IT tools into evidence that an outsider can check.\nBegin with "proofpack init <folder>", put exports into that folder as the tools wrote them, and build.',
    )
    .version(version(), '--version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .usage('<verb> [options]')
    .helpCommand('help [verb]', 'print help for a verb')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => streams.stdout.write(text),
      writeErr: (text) => streams.stderr.write(text),
    })
    .showHelpAfterError('Run "proofpack --help" for the verbs.')
    .configureHelp({
      subcommandTerm: (command) => [command.name(), ...command.registeredArguments.map(termOf)].join(' '),
    });
  const verbs = Object.entries(VERBS).map(async ([name, load]) => ({ name, verb: (await load()).default }));
  for (const { name, verb } of (await Promise.all(verbs)).sort((a, b) => a.verb.rank - b.verb.rank)) {
    addVerb(program.command(name), verb, { streams, finish });
  }
  return program.addHelpText(
    'after',
    '\nExit codes: 0 done · 1 a --fail-on condition was met · 2 wrong request · 3 not verified · 6 disk · 70 our bug · 130 interrupted',
  );
}

function addVerb(command: Command, verb: Verb, of: { readonly streams: Streams; readonly finish: Finish }): void {
  command.summary(verb.summary).description(verb.summary).helpGroup(`${verb.group}:`);
  command.showHelpAfterError(`Run "proofpack ${command.name()} --help" for what it takes.`);
  for (const { name: syntax, meaning, choices } of verb.takes) {
    const argument = new Argument(syntax, meaning);
    command.addArgument(choices ? argument.choices([...choices]) : argument);
  }
  for (const option of verb.options) command.addOption(optionOf(option));
  command.option('--json', "print the library's own result").option('-q, --quiet', 'print the result and errors only');
  command.addHelpText('after', `\nExamples:\n${verb.examples.map((example) => `  ${example}`).join('\n')}`);
  command.action(async () => {
    const given = givenOf(command);
    const terminal = openTerminal(of.streams, { json: given.flag('json'), quiet: given.flag('quiet') });
    of.finish(await verb.run(given, terminal));
  });
}

function optionOf({ flags, meaning, choices, many, whole }: Option): CommanderOption {
  const option = new CommanderOption(flags, choices && many ? `${meaning}: ${choices.join(', ')}` : meaning);
  if (!many) return choices ? option.choices([...choices]) : option;
  return option.argParser((value: string, before: readonly string[] | undefined) => {
    const words = whole ? [value] : value.split(',').map((word) => word.trim());
    for (const word of words) {
      if (choices && !choices.includes(word)) throw new InvalidArgumentError(wrongChoice(word, choices));
    }
    return [...(before ?? []), ...words];
  });
}

function wrongChoice(word: string, choices: readonly string[]): string {
  const meant = nearest(word, choices);
  return `It is one of ${choices.join(', ')}${meant === undefined ? '.' : `; did you mean "${meant}"?`}`;
}

function termOf(argument: Argument): string {
  return argument.required ? `<${argument.name()}>` : `[${argument.name()}]`;
}

function givenOf(command: Command): Given {
  const values: Readonly<Record<string, unknown>> = command.opts();
  return {
    args: command.processedArgs.filter((arg): arg is string => typeof arg === 'string'),
    text: (option) => {
      const value = values[option];
      return typeof value === 'string' ? value : undefined;
    },
    texts: (option) => {
      const value = values[option];
      return Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : [];
    },
    flag: (option) => values[option] === true,
    refused: (option) => values[option] === false,
  };
}

function version(): string {
  return (createRequire(import.meta.url)('../../package.json') as { readonly version: string }).version;
}
