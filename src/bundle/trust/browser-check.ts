import { createHash } from 'node:crypto';

export interface PageTexts {
  /** With the places `{{script}}` and `{{script-hash}}`. */
  readonly page: string;
  /** In the order in which they build on one another. */
  readonly scripts: readonly string[];
}

/** The page that checks a package in a browser, in one file: its modules become one script, which the page's policy names by its hash. */
export function browserCheck({ page, scripts }: PageTexts): string {
  const script = scripts.map((text) => text.replace(/^import [^;]*;\n/gm, '').replace(/^export /gm, '')).join('\n');
  if (script.includes('</script')) throw new Error('the script of verify.html would end its element');
  const hash = createHash('sha256').update(script).digest('base64');
  return page.replace('{{script-hash}}', `sha256-${hash}`).replace('{{script}}', () => script);
}
