import { VERDICTS, type Verdict } from '../../model/assessment.ts';
import { verdictView } from './measure.ts';
import type { ControlPair, ControlView, FrameworkView } from './shape/framework.ts';

/** What an outsider must not have to look up: each is told with its title. By rule, whatever the client. */
const TOLD_IN_FULL: readonly Verdict[] = ['contradicted', 'stale', 'partly-supported', 'accepted-risk'];

/** Every control under its verdict; none is left out. */
export function byVerdict(controls: readonly ControlView[]): Pick<FrameworkView, 'inFull' | 'inBrief'> {
  const withVerdict = (id: Verdict) => controls.filter(({ verdict }) => verdict.id === id);
  const present = VERDICTS.filter((id) => withVerdict(id).length > 0);
  const head = (id: Verdict) => ({ verdict: verdictView(id), count: withVerdict(id).length });
  return {
    inFull: TOLD_IN_FULL.filter((id) => present.includes(id)).map((id) => ({
      ...head(id),
      pairs: inPairs(withVerdict(id)),
    })),
    inBrief: present
      .filter((id) => !TOLD_IN_FULL.includes(id))
      .map((id) => ({
        ...head(id),
        ids: withVerdict(id)
          .map((control) => control.id)
          .join(', '),
      })),
  };
}

/** The first half beside the second, so that each column reads down in the publisher's order. */
function inPairs(controls: readonly ControlView[]): ControlPair[] {
  const rows = Math.ceil(controls.length / 2);
  return controls.slice(0, rows).map((left, index) => ({ left, right: controls[rows + index] ?? null }));
}
