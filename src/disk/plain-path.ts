/** Paths as people write them on any system: `.\backup\jobs.csv` is `backup/jobs.csv`. */
export function plainPath(path: string): string {
  return path
    .replaceAll('\\', '/')
    .replace(/^(\.\/)+/, '')
    .normalize('NFC');
}
