import { type Diagnostic, diagnostic } from '../kernel/diagnostic.ts';
import { nearest } from '../kernel/text.ts';
import type { Locate, YamlPath } from '../kernel/yaml.ts';
import type { OperatingModelSource } from '../model/ownership.ts';
import type { PracticeFile } from '../model/practice.ts';
import { resolveEach } from '../ownership/index.ts';

/** Whether a model becomes whole, knows the parties, domains and practices that it names, and leaves no domain unowned. */
export function modelProblems(
  { value: source, place }: { readonly value: OperatingModelSource; readonly place: Locate },
  {
    sources,
    files,
  }: {
    /** What it may extend: the models of its own root and of those before. */
    readonly sources: readonly OperatingModelSource[];
    readonly files: readonly PracticeFile[];
  },
): readonly Diagnostic[] {
  const [resolved] = resolveEach([source, ...sources.filter((each) => each !== source)]);
  if (resolved === undefined) return [];
  if ('problem' in resolved) return [{ ...resolved.problem, place: place(resolved.at) }];
  const { model } = resolved;
  const domains = new Set(files.map(({ domain }) => domain));
  const practices = new Set(files.flatMap((file) => file.practices.map(({ id }) => id)));
  const parties = new Set(model.parties.map(({ id }) => id));
  const unknown = (
    code: 'domain-unknown' | 'practice-unknown' | 'party-unknown',
    mentions: readonly (readonly [word: string, at: YamlPath])[],
    known: ReadonlySet<string>,
    part: 'key' | 'value',
  ) =>
    mentions
      .filter(([word]) => !known.has(word))
      .map(([word, at]) => diagnostic(code, { word, nearest: nearest(word, known) }, place(at, part)));
  const keys = (key: 'domains' | 'practices' | 'authority') =>
    Object.keys(source[key]).map((word): readonly [string, YamlPath] => [word, [key, word]]);
  const unowned = files.filter(
    (file) => !model.domains[file.domain] && file.practices.some(({ id }) => !model.practices[id]?.accountable),
  );
  return [
    ...unknown('domain-unknown', keys('domains'), domains, 'key'),
    ...unknown('practice-unknown', keys('practices'), practices, 'key'),
    ...unknown('party-unknown', keys('authority'), parties, 'key'),
    ...unknown('party-unknown', hatMentions(source), parties, 'value'),
    ...unowned.map(({ domain }) => diagnostic('catalogue-unowned', { word: domain }, place(['domains'], 'key'))),
  ];
}

const HATS = [
  'accountable',
  'responsible',
  'evidence',
  'approves',
  'consulted',
  'informed',
  'afterHours',
  'escalation',
] as const;

function hatMentions(model: OperatingModelSource): readonly (readonly [string, YamlPath])[] {
  const mentions: [string, YamlPath][] = (model.escalation ?? []).map((party, i) => [party, ['escalation', i]]);
  for (const group of ['domains', 'practices'] as const) {
    for (const [key, hats] of Object.entries(model[group])) {
      for (const hat of HATS) {
        const worn = hats[hat];
        if (typeof worn === 'string') mentions.push([worn, [group, key, hat]]);
        else mentions.push(...(worn ?? []).map((party, i): [string, YamlPath] => [party, [group, key, hat, i]]));
      }
      for (const party of Object.keys(hats.split ?? {})) mentions.push([party, [group, key, 'split', party]]);
    }
  }
  return mentions;
}
