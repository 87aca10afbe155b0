import type { Assurance } from '../model/package.ts';

/**
 * A text whose parts hold for some levels of assurance only: a line `[E2 E3]` begins such a part, `[pdf]` one for signed PDFs,
 * `[originals]` and `[withheld]` one for editions that hold the exhibits or do not, `[all]` ends it.
 * `{{key}}` is the fingerprint of the key that signs, `{{pdfSubject}}` and `{{pdfFingerprint}}` name the certificate of the PDFs.
 */
export function atLevel(
  text: string,
  { level, signer = '', pdfSigner }: Assurance,
  exhibits: 'originals' | 'withheld',
): string {
  const holds = new Set(['all', level, exhibits, ...(pdfSigner ? ['pdf'] : [])]);
  let shown = true;
  const kept = text.split('\n').filter((line) => {
    const [, parts] = /^\[((?:all|pdf|originals|withheld|E[123])(?: E[123])*)\]$/.exec(line) ?? [];
    if (parts !== undefined) shown = parts.split(' ').some((part) => holds.has(part));
    return parts === undefined && shown;
  });
  return kept
    .join('\n')
    .replaceAll('{{key}}', signer)
    .replaceAll('{{pdfSubject}}', pdfSigner?.subject ?? '')
    .replaceAll('{{pdfFingerprint}}', pdfSigner?.fingerprint ?? '');
}
