import { INTAKE_REASONS } from '../kernel/messages/intake-words.ts';
import { markOfText } from './duplicates/mark.ts';
import { jsonFields } from './fields-json.ts';
import { xmlFields } from './fields-xml.ts';
import type { Fit, JsonFit, JsonLinesFit, TextFit, XmlFit } from './fit.ts';
import type { Guard } from './guard.ts';
import { parsedObject } from './json-look.ts';
import { splitLines } from './lines.ts';
import type { Pass } from './pass.ts';
import { jsonPiecesReader } from './read-json-pieces.ts';
import { tableReader } from './read-table.ts';
import { withoutColour } from './sample.ts';
import { tenantsOf } from './tenant.ts';
import { eachPiece, type TextFile } from './text-file.ts';
import { Unreadable } from './trouble.ts';
import { readSubtrees } from './xml.ts';
import { type XmlNode, xpathOf } from './xml-node.ts';

/** Reads the file once, from its first row to its last. Throws when the file breaks. */
export type ReadOnce = (pass: Pass) => Promise<void>;

export function readerOf(file: TextFile, fit: Fit): ReadOnce {
  const read = shapeReader(file, fit);
  return (pass) => read(watched(pass, file.guard));
}

const ROWS_BETWEEN_LOOKS = 64;

/** One piece of a file may hold a hundred thousand rows: what they leave in memory is looked at in between. */
function watched(pass: Pass, guard: Guard): Pass {
  let rows = 0;
  return {
    ...pass,
    step: (place, run, mark) => {
      rows += 1;
      if (rows % ROWS_BETWEEN_LOOKS === 0) guard.look();
      pass.step(place, run, mark);
    },
  };
}

function shapeReader(file: TextFile, fit: Fit): ReadOnce {
  switch (fit.shape) {
    case 'table':
      return tableReader(file, fit);
    case 'json':
      return fit.inPart ? jsonPiecesReader(file, fit) : jsonReader(file, fit);
    case 'json-lines':
      return jsonLinesReader(file, fit);
    case 'xml':
      return xmlReader(file, fit);
    case 'text':
      return textReader(file, fit);
  }
}

function jsonReader(file: TextFile, { reading, document, items }: JsonFit): ReadOnce {
  const { path } = file;
  return async (pass) => {
    pass.setDocument(jsonFields(document, { path }, pass.tools));
    for (const tenant of tenantsOf(document)) pass.seeTenant(tenant);
    file.guard.step(() => {
      for (const { value, at } of items) {
        for (const tenant of tenantsOf(value)) pass.seeTenant(tenant);
        const place = { path, at: at === '' ? '/' : at };
        const run = () => reading.item(jsonFields(value, { path, at }, pass.tools), pass.file);
        pass.step(place, run, items.length > 1 ? () => markOfText(JSON.stringify(value)) : undefined);
      }
    });
    file.guard.step(() => pass.end(reading.end && (() => reading.end?.(pass.file))));
  };
}

function jsonLinesReader(file: TextFile, { reading }: JsonLinesFit): ReadOnce {
  return async (pass) => {
    let number = 0;
    const splitter = splitLines((text, ended) => {
      number += 1;
      if (text.trim() === '') return;
      const place = { path: file.path, line: number };
      const value = parsedObject(text);
      for (const tenant of tenantsOf(value)) pass.seeTenant(tenant);
      if (value !== undefined) {
        const run = () => reading.line(jsonFields(value, place, pass.tools), pass.file);
        pass.step(place, run, () => markOfText(text));
      } else if (reading.other && !text.startsWith('{')) {
        pass.step(place, () => reading.other?.({ text: withoutColour(text), number, place }, pass.file));
      } else if (ended) pass.reject(place, INTAKE_REASONS.lineNoJson());
      else throw new Unreadable(INTAKE_REASONS.lastLineBroken(number));
      return;
    }, file.limits.lineBytes);
    await eachPiece(file, (chunk) => splitter.write(chunk));
    file.guard.step(() => splitter.end());
    file.guard.step(() => pass.end(reading.end && (() => reading.end?.(pass.file))));
  };
}

/** Elements that wait for the end of their file, with all that is in them. */
const WAITING = 20_000;

function xmlReader(file: TextFile, { reading }: XmlFit): ReadOnce {
  const elements = new Set(reading.elements);
  // What stands at the end of a file is known from its first element: elements of a small file wait for its end, and where one of a large file
  // asks for it, the root that a first reading has seen serves the second.
  let known: XmlNode | undefined;
  return async (pass) => {
    let root = known;
    let waiting: XmlNode[] | undefined = known ? undefined : [];
    let nodes = 0;
    const step = (node: XmlNode): void => {
      const place = { path: file.path, at: xpathOf(node) };
      pass.step(place, () => reading.element(xmlFields(node, file.path, pass.tools), pass.file, node.name));
    };
    const setDocument = (node: XmlNode): void => {
      const document = xmlFields(node, file.path, pass.tools);
      if (known) pass.setDocument(document);
      else pass.setPartOfDocument(document);
    };
    await readSubtrees(file, elements, {
      root: (node) => {
        root ??= node;
        setDocument(root);
      },
      wantsMore: pass.wantsMore,
      subtree: (node, held) => {
        nodes += held;
        waiting?.push(node);
        if (nodes <= WAITING && waiting) return;
        if (!waiting) return step(node);
        waiting.forEach(step);
        waiting = undefined;
      },
    });
    known = root;
    if (root) pass.setDocument(xmlFields(root, file.path, pass.tools));
    file.guard.step(() => waiting?.forEach(step));
    file.guard.step(() => pass.end(reading.end && (() => reading.end?.(pass.file))));
  };
}

const LOG_LINE = 20_000;
const HEAD_OF_LINE = 100;

function textReader(file: TextFile, { reading }: TextFit): ReadOnce {
  return async (pass) => {
    let number = 0;
    let cut = false;
    const splitter = splitLines((raw, ended) => {
      number += 1;
      const place = { path: file.path, line: number };
      // Half a line may say less than the whole one, or something else; and what all lines come to is then not known.
      if (!ended && withoutColour(raw) !== '') {
        cut = true;
        return void pass.reject(place, INTAKE_REASONS.lineOpen());
      }
      // Patterns of readings are made for lines of a log; on a line of megabytes they could run for hours.
      if (raw.length > LOG_LINE) {
        const isRead = !(reading.passesOver?.test(raw.slice(0, HEAD_OF_LINE)) ?? false);
        return isRead ? void pass.reject(place, INTAKE_REASONS.phraseTooLong()) : undefined;
      }
      const line = { text: withoutColour(raw), number, place };
      pass.step(place, () => reading.line(line, pass.file));
      return;
    }, file.limits.lineBytes);
    await eachPiece(file, (chunk) => splitter.write(chunk));
    file.guard.step(() => splitter.end());
    file.guard.step(() => pass.end(cut ? undefined : reading.end && (() => reading.end?.(pass.file))));
  };
}
