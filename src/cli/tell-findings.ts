import { type ControlAssessment, VERDICTS } from '../model/assessment.ts';
import { decidingReasons } from '../model/deciding.ts';
import type { Findings, FrameworkFindings } from '../model/findings.ts';
import { ownerOf } from '../model/ownership.ts';
import { table } from './table.ts';
import { heading, tally, tellFirst, VERDICT_STYLE } from './tell.ts';
import type { Terminal } from './terminal.ts';

const MOST_CONTROLS = 200;
const MOST_GAPS = 10;

/** The two headlines of each framework, its controls with their owners, what contradicts, what is open. */
export function tellFindings(terminal: Terminal, findings: Findings, folder: string): void {
  const { client, asOf, period } = { ...findings.engagement, client: findings.engagement.client.name };
  terminal.say(
    `${terminal.style('bold', client)}, ${period.from} to ${period.to}, as of ${asOf}, ${findings.ownership.modelTitle}`,
  );
  for (const framework of findings.frameworks) tellFramework(terminal, framework, findings);
  tellContradictions(terminal, findings);
  if (findings.gaps.length > 0) heading(terminal, `Gaps (${findings.gaps.length})`);
  tellFirst(
    terminal,
    findings.gaps,
    MOST_GAPS,
    ({ id, severity, weakness, owner, due }) =>
      `  ${id}  ${severity.padEnd(8)}  ${owner.padEnd(18)}  due ${due}  ${weakness}`,
  );
  const { issues } = findings.ownership;
  if (issues.length > 0) {
    heading(terminal, `Ownership to settle: ${issues.length}`);
    terminal.say(`  proofpack matrix ${folder}`);
  }
  terminal.note(`\nNext: proofpack build ${folder}`);
}

function tellFramework(
  terminal: Terminal,
  { framework, headline, controls }: FrameworkFindings,
  findings: Findings,
): void {
  const { supported, assessed, applicable } = headline;
  heading(terminal, framework.title);
  terminal.say(
    `  supported ${supported} of ${applicable} applicable, assessed ${assessed} of ${applicable} applicable`,
  );
  const counts = tally(
    VERDICTS,
    controls.map(({ verdict }) => verdict),
  );
  terminal.say(
    `  ${counts.map(([verdict, count]) => terminal.style(VERDICT_STYLE[verdict], `${verdict} ${count}`)).join(', ')}\n`,
  );
  const told = controls.filter(({ verdict }) => verdict !== 'not-evidenced' && verdict !== 'not-applicable');
  const rows = told.slice(0, MOST_CONTROLS).map((control) => controlRow(terminal, control, findings));
  if (rows.length > 0)
    terminal.say(
      table(['  control', 'verdict', 'answer', 'accountable', 'because'], rows, (text) => terminal.style('dim', text)),
    );
}

function controlRow(terminal: Terminal, control: ControlAssessment, findings: Findings): readonly string[] {
  const { verdict, found, extent, answer, reasons, practices, remark } = control;
  const owned = findings.ownership.controls.find(
    (owner) => owner.framework === control.framework && owner.control === control.control,
  );
  const [decisive] = decidingReasons(reasons, found).filter(({ outcome }) => outcome !== 'unknown');
  const because = remark ?? decisive?.text ?? '';
  return [
    `  ${control.control}`,
    terminal.style(VERDICT_STYLE[verdict], extent ? `${verdict} ${extent.n}/${extent.of}` : verdict),
    answer?.ceiling ?? '',
    owned?.assignment.accountable ?? ownerOf(findings.ownership, practices[0] ?? '')?.accountable ?? '',
    because.slice(0, Math.max(40, terminal.width - 75)),
  ];
}

function tellContradictions(terminal: Terminal, { contradictions }: Findings): void {
  if (contradictions.length === 0) return;
  heading(terminal, `Contradictions (${contradictions.length})`);
  for (const { kind, control, practice, sides } of contradictions) {
    terminal.say(`  ${terminal.style('red', control ?? practice ?? '')}  ${kind}`);
    for (const { says } of sides) terminal.say(`    ${says}`);
  }
}
