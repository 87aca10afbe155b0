// How well questions of others are matched with ours, on the tuned and on the held-out half of the gold wordings, and on the second set.
//      npm run build && node bench/matching.mjs [tuned|heldOut|second for the single misses of a half]
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readCatalog, readThesaurus } from '../dist/disk/index.js';
import * as FACTS from '../dist/facts/index.js';
import { createMatcher } from '../dist/questionnaire/index.js';
import { measureMatching } from './measure-matching.mjs';

const gold = parse(readFileSync(new URL('../tests/matching/gold.yaml', import.meta.url), 'utf8'));
const second = parse(readFileSync(new URL('../tests/matching/gold-second.yaml', import.meta.url), 'utf8'));
const sets = { tuned: gold.tuned, heldOut: gold.heldOut, second: second.wordings };
const matcher = createMatcher(await readCatalog({ facts: new Set(Object.keys(FACTS)) }), await readThesaurus());
const percent = (share) => `${(Math.floor(share * 1000) / 10).toFixed(1)} %`;
for (const half of Object.keys(sets)) {
  const began = process.hrtime.bigint();
  const { wordings, top1, top3, filled, wrong, polarity, openness } = measureMatching(matcher, sets[half]);
  const ms = Number(process.hrtime.bigint() - began) / 1e6;
  console.log(
    `${half.padEnd(8)} ${wordings} wordings, ${(ms / wordings).toFixed(1)} ms each: top-1 ${percent(top1)}, top-3 ${percent(top3)}; filled without a person ${filled} (${percent(filled / wordings)}), of those wrong ${wrong.length}; polarity wrong ${polarity.length}, description or not wrong ${openness.length}`,
  );
}
const [shown] = process.argv.slice(2);
if (shown !== undefined) {
  const { wrong, missed, unsure, polarity, openness } = measureMatching(matcher, sets[shown]);
  console.log(JSON.stringify({ wrong, missed, unsure, polarity, openness }, null, 1));
}
