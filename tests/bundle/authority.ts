import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A timestamp authority in a folder, made and run by openssl, so that no story needs a network. */
export interface Authority {
  readonly folder: string;
  /** The root's certificate, which a reader would name. */
  readonly root: string;
  answer(request: Uint8Array, more?: { readonly signer?: string; readonly bare?: boolean }): Buffer;
  /** What openssl's own authority would refuse to sign: any TSTInfo, with any certificate. */
  forge(info: Uint8Array, signer: string): Buffer;
  close(): void;
}

const SIGNERS: Readonly<Record<string, { readonly key: readonly string[]; readonly usage: string }>> = {
  rsa: { key: ['-newkey', 'rsa:2048'], usage: 'critical,timeStamping' },
  ec: { key: ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-384'], usage: 'critical,timeStamping' },
  // What the certificate of an authority must not be.
  loose: { key: ['-newkey', 'rsa:2048'], usage: 'timeStamping' },
  mixed: { key: ['-newkey', 'rsa:2048'], usage: 'critical,timeStamping,emailProtection' },
};

export function openAuthority(): Authority {
  const folder = mkdtempSync(join(tmpdir(), 'proofpack-tsa-'));
  const at = (name: string) => join(folder, name);
  const openssl = (...argv: readonly string[]) => {
    const run = spawnSync('openssl', argv, { cwd: folder, encoding: 'utf8' });
    if (run.status !== 0) throw new Error(`openssl ${argv.join(' ')}\n${run.stderr}`);
  };
  openssl(
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    'root.key',
    '-out',
    'root.pem',
    '-days',
    '3650',
    '-subj',
    '/CN=Test Root',
  );
  const makeSigner = (name: string) => {
    const { key = [], usage = '' } = SIGNERS[name] ?? {};
    writeFileSync(at(`${name}.ext`), `extendedKeyUsage=${usage}\n`);
    openssl(
      'req',
      '-new',
      ...key,
      '-nodes',
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.csr`,
      '-subj',
      `/O=Test/CN=Authority ${name}`,
    );
    openssl(
      'x509',
      '-req',
      '-in',
      `${name}.csr`,
      '-CA',
      'root.pem',
      '-CAkey',
      'root.key',
      '-CAcreateserial',
      '-days',
      '3000',
      '-extfile',
      `${name}.ext`,
      '-out',
      `${name}.pem`,
    );
  };
  writeFileSync(at('serial'), '01\n');
  writeFileSync(
    at('tsa.cnf'),
    `[tsa]\ndefault_tsa = it\n[it]\nserial = ${at('serial')}\ndefault_policy = 1.2.3.4.1\ndigests = sha256\naccuracy = secs:1\nordering = yes\ntsa_name = yes\ness_cert_id_chain = no\ness_cert_id_alg = sha256\nsigner_digest = sha256\n`,
  );
  return {
    folder,
    root: at('root.pem'),
    answer: (request, { signer = 'rsa', bare = false } = {}) => {
      if (!existsSync(at(`${signer}.pem`))) makeSigner(signer);
      writeFileSync(at('q'), request);
      openssl(
        'ts',
        '-reply',
        '-config',
        'tsa.cnf',
        '-queryfile',
        'q',
        '-signer',
        `${signer}.pem`,
        '-inkey',
        `${signer}.key`,
        '-chain',
        'root.pem',
        '-out',
        'a',
        ...(bare ? ['-token_out'] : []),
      );
      return readFileSync(at('a'));
    },
    forge: (info, signer) => {
      if (!existsSync(at(`${signer}.pem`))) makeSigner(signer);
      writeFileSync(at('info'), info);
      // biome-ignore format: one command
      openssl('cms', '-sign', '-binary', '-nodetach', '-cades', '-md', 'sha256', '-econtent_type', '1.2.840.113549.1.9.16.1.4', '-in', 'info', '-signer', `${signer}.pem`, '-inkey', `${signer}.key`, '-outform', 'DER', '-out', 'forged');
      return readFileSync(at('forged'));
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}
