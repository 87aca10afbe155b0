import { X509Certificate } from 'node:crypto';

/** PEM, one certificate or several; nothing when there is none, or one that is broken. */
export function readCertificates(text: string): readonly X509Certificate[] | undefined {
  try {
    const found = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
    return found.length === 0 ? undefined : found.map((pem) => new X509Certificate(pem));
  } catch {
    return undefined;
  }
}

/** When it begins to be valid, in milliseconds of UTC. */
export function validSince({ validFrom }: X509Certificate): number {
  return openSslInstant(validFrom) ?? Number.POSITIVE_INFINITY;
}

/** Built from dates that OpenSSL prints, `Oct 15 09:30:00 2026 GMT`: always this form, always GMT. */
export function isValidAt({ validFrom, validTo }: X509Certificate, at: number): boolean {
  const [from, to] = [openSslInstant(validFrom), openSslInstant(validTo)];
  return from !== undefined && to !== undefined && at >= from && at <= to;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function openSslInstant(text: string): number | undefined {
  const [, month = '', d, h, min, s, y] = /^(\w{3}) +(\d+) (\d+):(\d+):(\d+) (\d{4}) GMT$/.exec(text) ?? [];
  const at = Date.UTC(Number(y), MONTHS.indexOf(month), Number(d), Number(h), Number(min), Number(s));
  return Number.isNaN(at) || !MONTHS.includes(month) ? undefined : at;
}

const LONGEST_CHAIN = 6;

/** Who issued it, who issued that one, and so on, as far as they are among the others. */
export function issuersOf(
  certificate: X509Certificate,
  others: readonly X509Certificate[],
): readonly X509Certificate[] {
  const chain: X509Certificate[] = [];
  let current = certificate;
  while (chain.length < LONGEST_CHAIN) {
    const issuer = others.find(
      (each) => !each.raw.equals(current.raw) && current.checkIssued(each) && current.verify(each.publicKey),
    );
    // One that issued itself must have done so indeed.
    if (!issuer || (issuer.checkIssued(issuer) && !issuer.verify(issuer.publicKey))) break;
    chain.push(issuer);
    current = issuer;
  }
  return chain;
}

/** Whether issuers, each valid at that time and each allowed to issue, lead to a certificate that the reader named. */
export function leadsTo(
  start: X509Certificate,
  { others, at }: { readonly others: readonly X509Certificate[]; readonly at: number },
  authorities: readonly X509Certificate[],
): boolean {
  let current = start;
  for (let step = 0; step < LONGEST_CHAIN; step += 1) {
    if (authorities.some((each) => each.raw.equals(current.raw))) return true;
    const issuer = [...authorities, ...others].find(
      (each) => !each.raw.equals(current.raw) && each.ca && current.checkIssued(each) && current.verify(each.publicKey),
    );
    if (!issuer || !isValidAt(issuer, at)) return false;
    current = issuer;
  }
  return false;
}
