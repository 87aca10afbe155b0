// Does nothing but save packages by the real way, one in the place of the other, until it is killed. Says `ready` when it can begin and
// `saved` after its first.      node bench/save-forever.mjs <target> <package> <other package>
import { readFileSync } from 'node:fs';
import { verifyPackage } from '../dist/bundle/index.js';
import { savePackage } from '../dist/disk/index.js';

const [path, ...packages] = process.argv.slice(2);
const kept = packages.map((each) => readFileSync(each));
const check = async (bytes) => (await verifyPackage(bytes)).holds;
await new Promise((resolve) => process.stdout.write('ready\n', resolve));
for (let turn = 0; ; turn += 1) {
  await savePackage({ bytes: kept[turn % kept.length], path, replace: 'packages', check });
  if (turn === 0) process.stdout.write('saved\n');
}
