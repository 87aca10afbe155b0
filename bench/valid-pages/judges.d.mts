interface Said {
  readonly file: string;
  readonly says: string;
  /** The judge itself broke down: no judgement. */
  readonly crashed?: true;
}
export function qpdfSays(file: string): readonly string[];
export function pdfcpuSays(files: readonly string[]): readonly Said[];
export const preflightHere: boolean;
export function preflightSays(files: readonly string[]): readonly Said[];
export function veraPdfSays(files: readonly string[]): readonly Said[];
