import { LineCounter, parseDocument } from 'yaml';
import { INTAKE_REASONS } from '../kernel/messages/intake-words.ts';
import type { Sample } from './sample.ts';
import { wholeText } from './text-file.ts';
import { Refused, Unreadable } from './trouble.ts';

/** Any text is YAML of a kind: the name only says that it is worth reading so; its keys decide what it is. */
export function claimsYaml({ file, start }: Sample): boolean {
  return /\.ya?ml$/i.test(file.path) && !/^[[{<]/.test(start);
}

/** A register that people keep, as the same values that JSON would give. */
export async function parseYaml(sample: Sample): Promise<unknown> {
  const { limits } = sample.file;
  const text = await wholeText(sample.file, limits.yamlBytes);
  if (text === undefined) throw new Refused(INTAKE_REASONS.yamlTooLarge(limits.yamlBytes));
  return sample.file.guard.step(() => parsedYaml(text));
}

function parsedYaml(text: string): unknown {
  // YAML has no end of its own: of a last line without an end nobody can tell whether it is whole.
  if (!/[\r\n]\s*$/.test(text)) throw new Unreadable(INTAKE_REASONS.yamlOpen());
  const lineCounter = new LineCounter();
  // Plain dates stay texts in the core schema, and are read by our rules.
  const document = parseDocument(text, { schema: 'core', prettyErrors: false, lineCounter });
  const [error] = document.errors;
  if (error) throw new Unreadable(INTAKE_REASONS.yamlBroken(lineCounter.linePos(error.pos[0]).line), { cause: error });
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (cause) {
    throw new Unreadable(INTAKE_REASONS.yamlAliases(), { cause });
  }
}
