/**
 * Whose rows of an index are a folder's own. An index that lies with the files holds no others; on a server folders of one name in several portfolios are told
 * apart by a word of chance that lies with the files.
 */
export interface Home {
  /** Undefined where nothing was recorded from here yet. */
  known(): Promise<string | undefined>;
  /** Made with the first record. */
  made(): Promise<string>;
}

/** The index lies with the files. */
export const BESIDE_FILES: Home = { known: async () => '', made: async () => '' };
