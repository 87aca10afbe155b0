import { defineSource, type Fields, type FileContext, type Placed } from '../intake/contract.ts';
import type { Observed } from '../model/observed.ts';
import { counted, runOf, severityOf } from './kit/checks.ts';
import { perFile } from './kit/per-file.ts';
import { producedBy } from './kit/produced.ts';
import { firstDated } from './kit/times.ts';
import { XCCDF_OUTCOMES } from './kit/xccdf.ts';

interface Scanner {
  tool: string;
  version?: string | undefined;
  runBy?: string | undefined;
  ran?: Observed | undefined;
  parameters?: string | undefined;
}

const scanners = perFile<Scanner>(() => ({ tool: 'XCCDF scanner' }));
const titles = perFile(() => new Map<string, string | undefined>());

export default defineSource({
  product: 'OpenSCAP and other SCAP scanners',
  title: 'XCCDF or ARF results (XML)',
  kinds: ['configuration-assessment', 'configuration-check'],
  obtain:
    'oscap xccdf eval --profile <profile> --results results.xml <content>; in CIS-CAT or SCC: Reports > XCCDF or ARF XML',
  proves: 'Which rules of a named benchmark and profile one machine passed and failed on the day of the scan.',
  cannotProve:
    'That the content fits the machine (a run of the wrong content is all not applicable), or other machines.',
  reads: [
    {
      shape: 'xml',
      root: ['TestResult', 'Benchmark', 'asset-report-collection'],
      required: ['TestResult', 'rule-result'],
      elements: ['Rule', 'TestResult'],
      produced: (file) => producedBy(scanners(file)),
      element: (element, file, name) => (name === 'Rule' ? rememberTitle(element, file) : readRun(element, file)),
    },
  ],
});

function rememberTitle(rule: Fields, file: FileContext): undefined {
  const id = rule.text('@id');
  if (id) titles(file).set(id, rule.text('title'));
  return undefined;
}

function readRun(run: Fields, file: FileContext): readonly Placed[] {
  const { tool } = scannerOf(run, file);
  const target = run.text('target');
  const ended = run.time('@end-time');
  const observed = firstDated(ended, run.time('@start-time'), file.asStated);
  const key = run.text('@id') ?? '';
  const checks = run.children('rule-result').flatMap((result): Placed[] => {
    const verbatim = result.text('result') ?? '';
    if (verbatim === 'notselected') return [];
    const rule = result.text('@idref') ?? '';
    const fixed = verbatim === 'fixed' ? 'fail' : undefined;
    const outcome = result.word('result', XCCDF_OUTCOMES) ?? 'unknown';
    const check = {
      kind: 'configuration-check',
      strength: 'R',
      observed,
      tool,
      target,
      rule,
      outcome,
      verbatim,
    } as const;
    const title = titles(file).get(rule);
    const original = result.text('override/old-result') ?? fixed;
    return [
      {
        ...counted(file, { ...check, title, original, severity: severityOf(result, '@severity') }, { run: key }),
        at: result.place,
      },
    ];
  });
  const score = run.number('score');
  const whole = runOf(
    file,
    {
      tool,
      target,
      observed,
      benchmark: run.text('benchmark/@id') ?? run.text('^Benchmark/@id') ?? run.text('benchmark/@href'),
      profile: run.text('profile/@idref'),
      score,
      scoreMaximum: score === undefined ? undefined : run.number('score/@maximum'),
      complete: ended.instant === undefined ? undefined : true,
    },
    key,
  );
  return whole === undefined ? checks : [whole, ...checks];
}

/** The scanner names itself in its facts; older results only have its platform name (`cpe:/a:redhat:openscap:1.3.7`). */
function scannerOf(run: Fields, file: FileContext): Scanner {
  const facts = run.children('target-facts/fact');
  const fact = (name: string) => facts.find((one) => one.text('@name') === `urn:xccdf:fact:scanner:${name}`)?.text('.');
  const [, product, release] = /^cpe:\/a:[^:]*:([^:]+):?([^:]*)/.exec(run.text('@test-system') ?? '') ?? [];
  return Object.assign(scanners(file), {
    tool: fact('name') ?? product ?? 'XCCDF scanner',
    version: fact('version') ?? release,
    runBy: run.text('identity'),
    ran: firstDated(run.time('@end-time'), run.time('@start-time')),
    parameters: run.text('profile/@idref'),
  });
}
