import Handlebars from 'handlebars';

/** Pages and what they share, by name; style and script go out as they stand. */
export interface ReviewTemplates {
  readonly pages: Readonly<Record<string, string>>;
  readonly style: string;
  readonly script: string;
}

const LAYOUT = 'layout';

export type Render = (page: string, view: object) => string;

/** Compiles them once. A field that a page names and nobody gave is an error, and every value is escaped. */
export function pagesOf({ pages }: ReviewTemplates): Render {
  const handlebars = Handlebars.create();
  const each = handlebars.helpers['each'];
  handlebars.registerHelper('each', function (this: unknown, list: unknown, options: unknown) {
    if (!Array.isArray(list)) throw new Handlebars.Exception('"each" was given no list');
    return each?.call(this, list, options);
  });
  const compiled = new Map(
    Object.entries(pages).map(([name, text]) => [name, handlebars.compile<object>(text, OPTIONS)] as const),
  );
  return (page, view) => {
    const [body, layout] = [compiled.get(page), compiled.get(LAYOUT)];
    if (body === undefined || layout === undefined) throw new Error(`there is no page ${page}`);
    return layout({ ...view, body: new Handlebars.SafeString(body(view)) });
  };
}

const OPTIONS: CompileOptions = {
  strict: true,
  knownHelpersOnly: true,
  knownHelpers: { each: true, if: true, unless: true, with: true } as KnownHelpers,
  preventIndent: true,
};
