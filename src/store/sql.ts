export type SqlValue = string | number | null;
export type Row = Readonly<Record<string, unknown>>;

/** What both databases are asked in: one dialect, values as `$1`, `$2`. */
export interface Sql {
  all(text: string, values?: readonly SqlValue[]): Promise<readonly Row[]>;
  /** Several statements without values. */
  script(text: string): Promise<void>;
}

/** What work came to, and whether what it did to the tables is to stay. */
export interface Outcome<T> {
  readonly keep: boolean;
  readonly value: T;
}

export interface Database {
  /** Who reads sees one state, whoever writes meanwhile. */
  read<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /**
   * All of it or nothing, one writer after the other. Work may be done anew, when somebody else was faster; `stands` tells from the latest
   * state whether what was written is in it.
   */
  write<T>(work: (sql: Sql) => Promise<Outcome<T>>, stands: (sql: Sql) => Promise<boolean>): Promise<T>;
  close(): Promise<void>;
}
