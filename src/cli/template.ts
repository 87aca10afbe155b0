/** Fills `{{name}}`; a name without a value is our own mistake and stops. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`template: nothing for {{${name}}}`);
    return value;
  });
}

/** A text in parts: what stands before the first `=== name` line is the head. */
export function parts(text: string): Readonly<Record<string, string>> {
  const [head = '', ...rest] = text.split(/^=== (\w+)\n/m);
  const named = rest.flatMap((name, i) => (i % 2 === 0 ? [[name, rest[i + 1] ?? ''] as const] : []));
  return { head, ...Object.fromEntries(named) };
}
