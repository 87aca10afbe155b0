/**
 * Which of two versions of a Debian package is the later one: below nought when `a` is the earlier. The order of deb-version(7):
 * epoch, upstream version, revision; digits by value, letters before other signs, `~` before everything, even the end.
 */
export function compareDebianVersions(a: string, b: string): number {
  const [first, second] = [partsOf(a), partsOf(b)];
  if (first.epoch !== second.epoch) return first.epoch - second.epoch;
  return compareText(first.upstream, second.upstream) || compareText(first.revision, second.revision);
}

function partsOf(version: string) {
  const [, epoch = '0', rest = version] = /^(\d+):(.*)$/.exec(version) ?? [];
  const dash = rest.lastIndexOf('-');
  return dash < 0
    ? { epoch: Number(epoch), upstream: rest, revision: '0' }
    : { epoch: Number(epoch), upstream: rest.slice(0, dash), revision: rest.slice(dash + 1) };
}

/** Signs and numbers by turns, beginning with signs. */
function compareText(a: string, b: string): number {
  const [first, second] = [turnsOf(a), turnsOf(b)];
  for (let at = 0; at < Math.max(first.length, second.length); at += 1) {
    const [x, y] = [first[at] ?? '', second[at] ?? ''];
    const order = at % 2 === 0 ? compareSigns(x, y) : Number(x) - Number(y);
    if (order !== 0) return order;
  }
  return 0;
}

function turnsOf(text: string): readonly string[] {
  return text.split(/(\d+)/);
}

function compareSigns(a: string, b: string): number {
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const order = weight(a[at]) - weight(b[at]);
    if (order !== 0) return order;
  }
  return 0;
}

function weight(sign: string | undefined): number {
  if (sign === undefined) return 0;
  if (sign === '~') return -1;
  return /[A-Za-z]/.test(sign) ? sign.charCodeAt(0) : sign.charCodeAt(0) + 256;
}
