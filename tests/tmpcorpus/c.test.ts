import { it } from 'vitest';
import { writeFileSync } from 'node:fs';
import { readExhibits } from '../../src/disk/index.ts';
import * as SOURCES from '../../src/sources/index.ts';
import * as FACTS from '../../src/facts/index.ts';
import { readEvidence } from '../../src/intake/index.ts';
import { Engagement } from '../../src/model/engagement.ts';
import { startMeasuring } from '../../src/facts/kit/measuring.ts';
import { gist } from '../facts/records.ts';
it('c', async () => {
const env = process.env;
const { readEngagement } = await import("../../src/disk/index.ts"); const engagement: any = env.REAL ? Engagement.parse((await import("yaml")).parse((await import("node:fs")).readFileSync(env.FOLDER + "/engagement.yaml","utf8"))) : Engagement.parse({ client: { name: "X", timeZone: "America/Chicago", dateOrder:"mdy" }, period: { from: env.FROM ?? "2025-10-01", to: env.TO ?? "2026-11-01" }, asOf: env.ASOF ?? "2026-11-30", frameworks: ["nist-csf-2.0"], operatingModel: "internal", populations: JSON.parse(env.POP ?? "{}") });
const ex: any = await readExhibits(env.FOLDER!, engagement);
const list = ex.exhibits ?? ex.value?.exhibits ?? ex.value ?? ex;
const m = startMeasuring(FACTS as any, { ...engagement, zone: engagement.client.timeZone, clientDomains: engagement.client.identifiers.domains, thresholds: engagement.thresholds, populations: engagement.populations } as any);
let n = 0; const kinds: any = {}; const t0 = Date.now(); let spent = 0;
await readEvidence(list, { engagement, sources: SOURCES } as any, (r: any) => { n++; kinds[r.kind] = (kinds[r.kind] ?? 0) + 1; const t=performance.now(); m.see(r); spent += performance.now()-t; });
const t1 = performance.now();
const { facts, devices, people } = m.finish();
const out: string[] = [`${n} ${Date.now() - t0}ms see ${spent|0}ms finish ${(performance.now()-t1)|0}ms ${JSON.stringify(kinds)} ${devices.members.length} ${people.members.length}`];
for (const { id, fact } of facts) { const f: any = fact;
 out.push([id.padEnd(52), gist(fact).slice(0, 60), f.status === 'known' ? `${f.strength} ${f.newest} b${f.basisCount} e${f.exceptionCount}` : '', (f.remarks ?? []).join(' | ').slice(0, 170)].join(' ')); 
 if (env.MORE) for (const e of (f.exceptions?.length ? f.exceptions : f.basis).slice(0, +env.MORE)) out.push('       ' + e.place.path.split('/').pop() + ' ' + e.text.slice(0,150)); }
writeFileSync('/tmp/factgen/out.txt', out.join('\n'));
}, 600000);
