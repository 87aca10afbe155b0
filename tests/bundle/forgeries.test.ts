import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { FORGERIES, remade, sequence, spoiled } from '../../bench/forgeries.mjs';
import { NAMESPACE, pack, publicKeyLine, readSigners, verifyPackage } from '../../src/bundle/index.ts';
import { payloadSignedBy } from '../../src/bundle/trust/dsse.ts';
import { sshSigner } from '../../src/bundle/trust/sshsig.ts';
import { byCodeUnit } from '../../src/kernel/order.ts';
import { sha256 } from '../../src/kernel/sha256.ts';
import { type Files, MALLORY, MARTA, signedPackage } from './signed-world.ts';

let whole: Uint8Array;
let material: Record<'files' | 'other' | 'foreign', Files>;
beforeAll(async () => {
  whole = await signedPackage();
  material = {
    files: unzipSync(whole),
    other: unzipSync(await signedPackage(MARTA, { asOf: '2025-10-15' })),
    foreign: unzipSync(await signedPackage(MALLORY)),
  };
});

const signers = readSigners(publicKeyLine(MARTA), NAMESPACE);

/** In our own form and with a seal that holds: as good a forgery as can be made without the key. */
function packed(files: Files): Promise<Uint8Array> {
  const entries = Object.entries(files)
    .map(([path, content]) => ({ path, role: 'tag' as const, sha256: '', bytes: content.length, content }))
    .sort((a, b) => byCodeUnit(a.path, b.path));
  return pack({ name: 'forged', edition: 'auditor', entries });
}

describe('forged without the key, everything else made anew', () => {
  it('nothing changed is no forgery', async () => {
    const { holds } = await verifyPackage(await packed(remade(material.files)), undefined, { signers });
    expect(holds).toBe(true);
  });

  it.each(FORGERIES)('$name: $code', async ({ code, told, stranger, forge }) => {
    const trust = stranger ? {} : { signers, ...(told ? { sha256: sha256(whole) } : {}) };
    const replay = async () => ({
      findings: JSON.parse(Buffer.from(material.files['data/machine/findings.json'] ?? '').toString()),
      ourRules: true,
    });
    const { holds, findings } = await verifyPackage(await packed(forge(material)), replay, trust);
    expect(holds).toBe(false);
    expect(findings.map((finding) => finding.code)).toContain(code);
  });

  it('no spoiled envelope and no spoiled signature is taken: bench/trust.mjs tries 5,000 of each', () => {
    const next = sequence();
    const manifest = Buffer.from(material.files['tagmanifest-sha256.txt'] ?? '');
    for (const [path, accepted] of [
      ['statement.dsse.json', (text: string) => payloadSignedBy(MARTA.publicKey, text) !== undefined],
      ['tagmanifest-sha256.txt.sig', (text: string) => sshSigner(manifest, text) !== undefined],
    ] as const) {
      const good = Buffer.from(material.files[path] ?? '').toString();
      expect(accepted(good)).toBe(true);
      for (let i = 0; i < 300; i += 1) {
        const text = spoiled(good, next);
        expect(accepted(text), text).toBe(false);
      }
    }
  });
});
