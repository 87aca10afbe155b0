import { defineSource, type Fields, type FileContext, type Placed } from '../intake/contract.ts';
import { counted, runOf } from './kit/checks.ts';

// kube-bench warns where a person must look: neither pass nor fail.
const OUTCOMES = { pass: 'passed', fail: 'failed', warn: 'not-reviewed', info: 'not-reviewed' } as const;

export default defineSource({
  product: 'kube-bench',
  title: 'kube-bench results (JSON)',
  kinds: ['configuration-assessment', 'configuration-check'],
  obtain: 'kube-bench run --json > kube-bench.json',
  proves: 'Which checks of the CIS Kubernetes benchmark a node passed and failed.',
  cannotProve: 'Checks marked WARN (done by hand), other nodes, or when it ran: the file has no date.',
  reads: [
    {
      shape: 'json',
      items: ['Controls', ''],
      required: ['id', 'node_type', 'tests'],
      item: readControls,
      end: (file) =>
        runOf(file, { tool: 'kube-bench', benchmark: 'CIS Kubernetes', target: file.said.system, complete: undefined }),
    },
  ],
});

function readControls(controls: Fields, file: FileContext): readonly Placed[] {
  const target = file.said.system ?? controls.text('node_type');
  return controls
    .children('tests')
    .flatMap((section) => section.children('results'))
    .map((result) => {
      const check = counted(file, {
        kind: 'configuration-check',
        strength: 'R',
        observed: file.asStated,
        tool: 'kube-bench',
        rule: result.text('test_number') ?? '',
        title: result.text('test_desc'),
        target,
        outcome: result.word('status', OUTCOMES) ?? 'unknown',
        verbatim: result.text('status') ?? '',
      });
      return { ...check, at: result.place };
    });
}
