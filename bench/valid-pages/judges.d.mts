interface Said {
  readonly file: string;
  readonly says: string;
}
export function qpdfSays(file: string): readonly string[];
export function pdfcpuSays(files: readonly string[]): readonly Said[];
export const preflightHere: boolean;
export function preflightSays(files: readonly string[]): readonly Said[];
export function veraPdfSays(files: readonly string[]): readonly Said[];
