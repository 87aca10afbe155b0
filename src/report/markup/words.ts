/** `::name …` stands on one line. */
export const DIRECTIVES = ['figure', 'contents', 'anchor', 'rule', 'break', 'chapter', 'lead', 'small'] as const;
export type Directive = (typeof DIRECTIVES)[number];

/** `:::name …` opens, `:::` closes. */
export const CONTAINERS = ['cover', 'callout', 'keyvalues', 'table', 'signature'] as const;
export type Container = (typeof CONTAINERS)[number];

export const TONES = ['good', 'part', 'bad', 'stale', 'unknown', 'muted', 'accent', 'plain'] as const;
