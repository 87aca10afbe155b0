import { z } from 'zod';

/** The data types of OSCAL as far as we write them, each at its narrowest. */
export const Uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
export const Token = z.string().regex(/^[\p{L}_][\p{L}\p{N}.\-_]*$/u);
/** One line without blanks at its ends. */
export const Text = z.string().regex(/^\S(?:[^\n\r]*\S)?$/u);
/** One line in which marks of Markdown are escaped. */
export const Markup = Text;
export const DateTime = z.string().regex(/^(?:19|2\d)\d\d-(?:0\d|1[0-2])-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\dZ$/);
export const Uri = z.string().regex(/^[a-zA-Z][a-zA-Z0-9+\-.]+:\S+$/);
export const UriReference = z.string().regex(/^[^\s<>"\\^`{|}]+$/);

/** OSCAL has no empty lists: a list of nothing is left out. */
export const listOf = <T extends z.ZodType>(item: T) => z.array(item).min(1).readonly();
