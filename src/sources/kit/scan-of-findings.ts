import type { FileContext } from '../../intake/contract.ts';
import type { Draft } from '../../model/record.ts';

type Scan = Draft & { readonly kind: 'vulnerability-scan' };

/**
 * The run behind a list of findings. Such a list names the hosts that something was found on and tells not whether any run ended;
 * without a day of its own it is as old as its maker says.
 */
export function scanOfFindings(
  file: FileContext,
  {
    hosts,
    ...told
  }: Pick<Scan, 'scanner' | 'started' | 'feed' | 'policy' | 'hostsAuthenticated'> & {
    readonly hosts: Iterable<string>;
    readonly observed: Scan['observed'] | undefined;
  },
): Scan {
  const targets = [...hosts];
  const { scanner, observed = file.asStated, started, hostsAuthenticated, ...more } = told;
  return {
    ...{ kind: 'vulnerability-scan', strength: 'R', observed, scanner, started, finished: undefined },
    ...{ targets, hostsScanned: targets.length, hostsAuthenticated },
    ...{ perspective: file.said.perspective ?? 'unknown', ...more },
  };
}

/** On how many hosts a scanner logged in; not told where it tells of none. */
export function loggedInOn(hosts: ReadonlyMap<string, boolean>): number | undefined {
  return hosts.size === 0 ? undefined : [...hosts.values()].filter(Boolean).length;
}
