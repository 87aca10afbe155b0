const MB = 1024 * 1024;

/** What one file may cost. Tests lower them; nobody raises them. */
export interface Limits {
  /** Containers: entries and bytes in all and of one entry after unpacking, however nested, and how many times larger they may become. */
  readonly entries: number;
  readonly unpackedBytes: number;
  readonly entryBytes: number;
  readonly nameBytes: number;
  /** How many wrappings may lie in one another; a .tar.gz is one. */
  readonly depth: number;
  /** A single file in a .gz is never held in memory, so that it may be larger. */
  readonly streamedBytes: number;
  readonly ratio: number;
  /** Below this many bytes a high ratio is harmless: a log of zeros packs well. */
  readonly ratioFromBytes: number;
  /** An archive is held in memory as it is, and a .tar.gz as its tar. */
  readonly containerBytes: number;
  /** What is parsed as one: a document, or of a larger one what stands around its items. */
  readonly jsonBytes: number;
  readonly jsonDepth: number;
  readonly jsonValues: number;
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
  nameBytes: 1024,
  depth: 2,
  streamedBytes: 8 * 1024 * MB,
  ratio: 200,
  ratioFromBytes: 10 * MB,
  containerBytes: 256 * MB,
  jsonBytes: 48 * MB,
  jsonDepth: 200,
  jsonValues: 8_000_000,
  yamlBytes: 8 * MB,
  recordBytes: 16 * MB,
  lineBytes: 16 * MB,
  xmlDepth: 64,
  xmlNodes: 200_000,
  sampleBytes: 2 * MB,
};
