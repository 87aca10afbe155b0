const MB = 1024 * 1024;

/** What one file may cost. Tests lower them; nobody raises them. */
export interface Limits {
  /** Containers: entries, bytes in all and of one entry after unpacking, and how many times larger they may become. */
  readonly entries: number;
  readonly unpackedBytes: number;
  readonly entryBytes: number;
  readonly ratio: number;
  /** Below this many bytes a high ratio is harmless: a log of zeros packs well. */
  readonly ratioFromBytes: number;
  readonly containerBytes: number;
  readonly jsonBytes: number;
  readonly yamlBytes: number;
  readonly recordBytes: number;
  readonly lineBytes: number;
  readonly xmlDepth: number;
  /** Elements held at once: one subtree that is handed over, or what stands around the subtrees. */
  readonly xmlNodes: number;
  /** How much of a file recognition looks at. */
  readonly sampleBytes: number;
}

export const LIMITS: Limits = {
  entries: 10_000,
  unpackedBytes: 1024 * MB,
  entryBytes: 256 * MB,
  ratio: 200,
  ratioFromBytes: 10 * MB,
  containerBytes: 512 * MB,
  jsonBytes: 256 * MB,
  yamlBytes: 8 * MB,
  recordBytes: 16 * MB,
  lineBytes: 16 * MB,
  xmlDepth: 64,
  xmlNodes: 200_000,
  sampleBytes: 2 * MB,
};
