/** Whoever wants to know what is being done just now; a terminal is one. */
export interface Progress {
  progress(text: string): void;
}

export const SILENT: Progress = { progress: () => undefined };
