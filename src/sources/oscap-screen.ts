import { defineSource, type FileContext, type Placed, type TextLine } from '../intake/contract.ts';
import { counted, runOf } from './kit/checks.ts';
import { perFile } from './kit/per-file.ts';
import { XCCDF_OUTCOMES } from './kit/xccdf.ts';

/** oscap goes back to the start of the line between a label and its value, so that they come as two lines. */
const LABELLED = /^(?:(Title|Rule|Ident|Result)\s*)?(?:\t(.*))?$/;
const open = perFile(() => ({ label: '', title: '', rule: '' }));

export default defineSource({
  product: 'OpenSCAP',
  title: 'oscap xccdf eval, screen output (text)',
  kinds: ['configuration-assessment', 'configuration-check'],
  obtain:
    'oscap xccdf eval --profile <profile> <content> > oscap.txt; better add --results results.xml, which names host, day and profile',
  proves: 'Which rules of a profile one machine passed and failed.',
  cannotProve:
    'When it ran, on which machine, or by which profile: the screen shows none of them; that the content fits the machine.',
  reads: [
    {
      shape: 'text',
      anchors: [/^--- Starting Evaluation ---/, /^Rule\b/, /^Result\b/],
      line: read,
      end: (file) => runOf(file, { tool: 'oscap', target: file.said.system, complete: undefined }),
    },
  ],
});

function read({ text, place }: TextLine, file: FileContext): Placed | undefined {
  const [, label, value] = LABELLED.exec(text) ?? [];
  const check = open(file);
  if (label !== undefined) check.label = label;
  if (value === undefined) return undefined;
  if (check.label === 'Title') Object.assign(check, { title: value.trim(), rule: '' });
  if (check.label === 'Rule') check.rule = value.trim();
  if (check.label !== 'Result' || check.rule === '') return undefined;
  const verbatim = value.trim();
  const made = counted(file, {
    kind: 'configuration-check',
    strength: 'R',
    observed: file.asStated,
    tool: 'oscap',
    target: file.said.system,
    rule: check.rule,
    title: check.title || undefined,
    outcome: Object.entries(XCCDF_OUTCOMES).find(([word]) => word === verbatim)?.[1] ?? 'unknown',
    verbatim,
    original: verbatim === 'fixed' ? 'fail' : undefined,
  });
  return { ...made, at: place };
}
