import { INTAKE_REASONS } from '../kernel/messages/intake-words.ts';
import { markOfText } from './duplicates/mark.ts';
import { jsonFields } from './fields-json.ts';
import type { JsonFit } from './fit.ts';
import { itemsAt } from './fit-json.ts';
import { findAll } from './json-path.ts';
import { cutJson, type JsonPath } from './json-pieces.ts';
import { parseJson } from './json-survey.ts';
import type { Limits } from './limits.ts';
import type { Pass } from './pass.ts';
import { tenantsOf } from './tenant.ts';
import { eachPiece, type TextFile } from './text-file.ts';
import { Refused, Unreadable } from './trouble.ts';

/**
 * Reads a document that is too large to be held: item by item, each parsed by itself. What stands around the items is known once a first
 * reading has seen its end; until then the part that recognition saw stands for it, and only for readings that do not count.
 */
export function jsonPiecesReader(file: TextFile, { reading, document, path }: JsonFit): (pass: Pass) => Promise<void> {
  const places = listsAt(document, path, file.limits);
  const isItems = (at: JsonPath) => places.some((place) => isAlike(place, at));
  let known: { readonly around: unknown } | undefined;
  return async (pass) => {
    const fieldsOf = (around: unknown) => jsonFields(around, { path: file.path }, pass.tools);
    if (known) pass.setDocument(fieldsOf(known.around));
    else pass.setPartOfDocument(fieldsOf(document));
    const step = (value: unknown, at: string, text: string): void => {
      for (const tenant of tenantsOf(value)) pass.seeTenant(tenant);
      const place = { path: file.path, at };
      const run = () => reading.item(jsonFields(value, place, pass.tools), pass.file);
      pass.step(place, run, () => markOfText(text));
    };
    const cutting = cutJson({
      keeps: (at) => (isItems(at()) ? 0 : Number.POSITIVE_INFINITY),
      onCut: (text, at) => {
        const told = (what: string) => INTAKE_REASONS.jsonInItem(at, what);
        step(
          within(() => parseJson(text, file.limits), told),
          at,
          text.trim(),
        );
      },
      documentBytes: file.limits.jsonBytes,
      elementBytes: file.limits.recordBytes,
    });
    await eachPiece(file, (piece) => cutting.write(piece));
    const left = file.guard.step(() => parseAround(cutting.end(), file.limits));
    known = { around: left };
    pass.setDocument(fieldsOf(left));
    for (const tenant of tenantsOf(left)) pass.seeTenant(tenant);
    // An item that stands there without a list, as PowerShell writes a single one.
    file.guard.step(() => itemsAt(left, path)?.forEach(({ value, at }) => void step(value, at, JSON.stringify(value))));
    file.guard.step(() => pass.end(reading.end && (() => reading.end?.(pass.file))));
  };
}

/** What is left of a document of which items were cut out. */
export function parseAround(text: string, limits: Limits): unknown {
  return within(() => parseJson(text, limits), INTAKE_REASONS.jsonAroundItems);
}

function within<T>(parse: () => T, where: (what: string) => string): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    throw new Unreadable(where(error.message), { cause: error });
  }
}

const ANY = -1;

/** Where the lists of items stand: keys, and for each list on the way any position. A single object too large to be held is refused. */
function listsAt(document: unknown, path: string, limits: Limits): readonly JsonPath[] {
  const places = new Map<string, JsonPath>();
  for (const { value, steps } of findSteps(document, path)) {
    if (Array.isArray(value)) places.set(JSON.stringify(steps), steps);
  }
  if (places.size === 0) throw new Refused(INTAKE_REASONS.jsonTooLarge(limits.jsonBytes));
  return [...places.values()];
}

function findSteps(document: unknown, path: string): readonly { value: unknown; steps: JsonPath }[] {
  return findAll(document, path).map(({ value, at }) => {
    let above: unknown = document;
    const steps = pointerSteps(at).map((step) => {
      const isPosition = Array.isArray(above);
      above = typeof above === 'object' && above !== null ? Reflect.get(above, step) : undefined;
      return isPosition ? ANY : step;
    });
    return { value, steps };
  });
}

function pointerSteps(at: string): readonly string[] {
  if (at === '') return [];
  return at
    .slice(1)
    .split('/')
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function isAlike(place: JsonPath, at: JsonPath): boolean {
  return place.length === at.length && place.every((step, index) => step === at[index] || isAny(step, at[index]));
}

function isAny(step: string | number, met: string | number | undefined): boolean {
  return step === ANY && typeof met === 'number';
}
