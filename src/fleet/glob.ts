/** Whether a name fits a pattern in which `*` stands for any run of signs and `?` for one. */
export function matchesGlob(name: string, pattern: string): boolean {
  const parts = pattern.normalize('NFC').split(/([*?])/);
  const regex = parts.map((part) =>
    part === '*' ? '.*' : part === '?' ? '.' : part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'),
  );
  return new RegExp(`^${regex.join('')}$`, 'su').test(name.normalize('NFC'));
}
