import { certificateFingerprint, fingerprint, type PdfKey, type SigningKey } from '../bundle/index.ts';
import { diagnostic } from '../kernel/diagnostic.ts';
import { failure } from '../kernel/failure.ts';
import type { Finish } from '../model/finish.ts';
import type { PackagePlan } from '../model/package.ts';
import type { EditionRequest } from '../pipeline.ts';
import { type Lock, lockFor } from './lock.ts';
import { type KeyText, pdfKeyFrom, signingKeyFrom } from './signing-keys.ts';
import { slideMaker } from './slides.ts';
import { isAddress, stampedAt } from './stamping.ts';

/**
 * How the packages of many clients are to be finished. Plain data with secrets in it: it goes to the processes that build by their channel alone, and is
 * written nowhere.
 */
export interface FinishOrder {
  readonly sign?: KeyText | undefined;
  readonly signPdf?: KeyText | undefined;
  /** The address of an authority. */
  readonly timestamp?: string | undefined;
  readonly encrypt: readonly string[];
  readonly password?: string | undefined;
  readonly slides: boolean;
  /** Slides that somebody changed are replaced. */
  readonly replace: boolean;
}

/** The same opened, once for all clients. */
export interface Finisher {
  readonly told: Finish;
  readonly signing: { readonly key: SigningKey; readonly stamped: boolean } | undefined;
  /** When PDFs are signed depends on the client's day. */
  pdfKeyOn(asOf: string): PdfKey | undefined;
  stamp(plan: PackagePlan): Promise<PackagePlan>;
  readonly lock: Lock | undefined;
  readonly makeDeck: EditionRequest['makeDeck'];
  readonly replace: boolean;
}

/** Everything that can be wrong with what is asked is told before anything is built. */
export async function openFinisher(order: FinishOrder): Promise<Finisher> {
  const { sign, signPdf, timestamp, encrypt, slides, replace } = order;
  if (timestamp !== undefined && sign === undefined) throw failure(diagnostic('timestamp-wants-signature', undefined));
  if (timestamp !== undefined && !isAddress(timestamp))
    throw failure(diagnostic('timestamp-wants-address', { got: timestamp }));
  const key = sign && (await signingKeyFrom(sign));
  const lock = await lockFor(encrypt, order.password);
  return {
    told: {
      signedBy: key === undefined ? null : fingerprint(key.publicKey),
      pdfSignedBy: signPdf === undefined ? null : certificateFingerprint(pdfKeyFrom(signPdf, FIRST_DAY).certificate),
      timestamp: timestamp ?? null,
      encrypted: [...encrypt].sort(),
      slides,
    },
    signing: key && { key, stamped: timestamp !== undefined },
    pdfKeyOn: (asOf) => signPdf && pdfKeyFrom(signPdf, asOf),
    stamp: async (plan) => (timestamp === undefined ? plan : stampedAt(timestamp, plan)),
    lock,
    makeDeck: slides ? await slideMaker() : undefined,
    replace,
  };
}

/** Before any certificate: whether one can sign for a client is asked when its day is known. */
const FIRST_DAY = '1970-01-01';
