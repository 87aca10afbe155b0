// Runs the stories in one process, those that reach a fault and no others: a fault costs milliseconds where a test run a fault costs seconds.
import { readdirSync, readFileSync } from 'node:fs';
import { register } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { determineHitLimitReached, toMutantRunResult } from '@stryker-mutator/api/test-runner';

/** The tests that a fault in judgement or in the reading of times has to be noticed by. */
const TESTS = [
  // The laws (properties over generated worlds) and the questionnaires over the whole catalogue would take seconds to minutes for each fault.
  ['tests/assessment', /^(?!laws|questionnaires).*\.test\.ts$/],
  ['tests/facts', /^(?!laws).*\.test\.ts$/],
  ['tests/kernel', /^dates.*\.test\.ts$/],
  ['tests/intake', /^(dates|iso).*\.test\.ts$/],
];
const SLOW = /property|bold-claims|known-facts/;
/** What is remembered of an answer would be remembered of a fault's answer too: the reading of times, and modules that keep something. */
const REMEMBERS = /^(?:const|let) \w+(?:: [^=]+)? = (?:new Map|\{ name: '')|^let \w+/m;
const TIMES = /\/(?:kernel|intake)\//;
/** Enough for the properties of facts and verdicts; the readers of times are fast and their properties need what they ask for. */
const FEW_EXAMPLES = 15;

class StoriesRunner {
  #generation = 0;
  #loaded = new Map();
  #faults = faults();

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    register('./hooks.mjs', import.meta.url);
  }

  async dryRun({ files }) {
    const tests = [];
    globalThis.examples = FEW_EXAMPLES;
    this.#faults.activeMutant = undefined;
    for (const story of await this.#storiesOf(testFiles().filter((file) => reachesAny(file, files)))) {
      this.#faults.currentTestId = story.id;
      tests.push(await told(story));
      this.#faults.currentTestId = undefined;
    }
    return { status: 'complete', tests, mutantCoverage: atRunTimeFirst(this.#faults.mutantCoverage) };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation, sandboxFileName }) {
    const isStatic = mutantActivation === 'static';
    const isTime = TIMES.test(sandboxFileName);
    const isKept = !isStatic && !isTime && !REMEMBERS.test(readFileSync(sandboxFileName, 'utf8'));
    globalThis.examples = isTime ? Number.POSITIVE_INFINITY : FEW_EXAMPLES;
    if (!isKept) this.#forget();
    const files = testFilter
      ? testFiles().filter((file) => testFilter.some((id) => id.startsWith(`${file}#`)))
      : nearest(sandboxFileName);
    if (!isStatic) await this.#storiesOf(files);
    Object.assign(this.#faults, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    const tests = [];
    try {
      await this.#tellUntilNoticed(files, testFilter && new Set(testFilter), tests);
    } catch (error) {
      tests.push({ id: 'loading', name: 'loading', timeSpentMs: 0, status: 1, failureMessage: String(error) });
    }
    const { hitCount } = this.#faults;
    Object.assign(this.#faults, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined });
    if (!isKept) this.#forget();
    return toMutantRunResult(determineHitLimitReached(hitCount, hitLimit) ?? { status: 'complete', tests });
  }

  async #tellUntilNoticed(files, chosen, tests) {
    for (const file of files) {
      for (const story of await this.#storiesOf([file])) {
        if (chosen && !chosen.has(story.id)) continue;
        const result = await told(story);
        tests.push(result);
        if (result.status === 1) return;
      }
    }
  }

  async #storiesOf(files) {
    const stories = [];
    for (const file of files) {
      const known = this.#loaded.get(file) ?? (await load(file, this.#generation));
      this.#loaded.set(file, known);
      stories.push(...known);
    }
    return stories;
  }

  #forget() {
    this.#generation += 1;
    this.#loaded.clear();
  }
}

/** Where Stryker's own code, in every faulty file, looks for which fault is on. */
function faults() {
  globalThis.__stryker__ ??= {};
  return globalThis.__stryker__;
}

/** What a story reaches is tried while stories run; only what nothing but loading reaches needs everything loaded anew. */
function atRunTimeFirst({ static: atLoading, perTest }) {
  const reached = new Set(Object.values(perTest).flatMap((hits) => Object.keys(hits)));
  return { static: Object.fromEntries(Object.entries(atLoading).filter(([id]) => !reached.has(id))), perTest };
}

/** The properties last: they are slow, and most faults are met before. */
function testFiles() {
  return TESTS.flatMap(([folder, name]) =>
    readdirSync(folder)
      .filter((file) => name.test(file))
      .sort()
      .map((file) => `${folder}/${file}`),
  ).sort((a, b) => Number(SLOW.test(a)) - Number(SLOW.test(b)));
}

/** Those that import the faulty file, however far away; those that name it first: most likely to notice, and the first that does ends it. */
function nearest(faulty) {
  const id = basename(faulty, '.ts');
  const reaching = testFiles().filter((file) => reachesAny(file, [faulty]));
  const names = new Map(reaching.map((file) => [file, readFileSync(file, 'utf8').includes(id)]));
  return reaching.sort((a, b) => Number(names.get(b)) - Number(names.get(a)));
}

function reachesAny(testFile, files) {
  const all = importsOf(join(process.cwd(), testFile));
  return files.some((file) => all.has(file));
}

const imported = new Map();

function importsOf(file, all = new Set()) {
  if (!imported.has(file)) {
    const text = readFileSync(file, 'utf8').replace(/^(?:import|export) type [^;]*;/gm, '');
    const found = text.matchAll(/from ['"](\.[^'"]+\.ts)['"]/g);
    imported.set(
      file,
      [...found].map(([, to]) => join(dirname(file), to)),
    );
  }
  for (const to of imported.get(file)) {
    if (all.has(to)) continue;
    all.add(to);
    importsOf(to, all);
  }
  return all;
}

async function load(file, generation) {
  const { collected } = await import(new URL('./vitest.mjs', import.meta.url).href);
  collected.length = 0;
  await import(`${pathToFileURL(join(process.cwd(), file)).href}?v=${generation}`);
  const stories = collected.map(({ name, body }, i) => ({ id: `${file}#${i}`, name: `${file} ${name}`, body }));
  collected.length = 0;
  return stories;
}

async function told({ id, name, body }) {
  const start = performance.now();
  try {
    await body();
    return { id, name, status: 0, timeSpentMs: performance.now() - start };
  } catch (error) {
    const failureMessage = String(error?.message ?? error).slice(0, 2000);
    return { id, name, status: 1, timeSpentMs: performance.now() - start, failureMessage };
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'stories', StoriesRunner)];
