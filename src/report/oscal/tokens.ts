import { sha256 } from '../../kernel/sha256.ts';
import { slug } from '../../kernel/text.ts';
import type { Framework } from '../../model/control.ts';
import { token } from './text.ts';

/** The names under which a framework's parts go in OSCAL, where 164.308(a)(1)(ii)(A) is no identifier. */
export interface FrameworkTokens {
  readonly control: (id: string) => string | undefined;
  readonly group: (id: string) => string | undefined;
  readonly statement: (id: string) => string;
  /** Unique among all frameworks: a plan holds the objectives of several. */
  readonly objective: (id: string) => string;
  /** Beside the other files of `data/machine/`. */
  readonly file: string;
}

export function tokensOf({ id, shortTitle, controls, groups }: Framework): FrameworkTokens {
  const prefix = slug(shortTitle);
  const taken = new Set<string>();
  const control = named(
    controls.map((each) => each.id),
    prefix,
    taken,
  );
  const group = named(
    groups.map((each) => each.id),
    prefix,
    taken,
  );
  const tokenOf = (each: string): string => control.get(each) ?? token(each, prefix);
  return {
    control: (each) => control.get(each),
    group: (each) => group.get(each),
    statement: (each) => `${tokenOf(each)}_smt`,
    objective: (each) => `obj_${id}_${tokenOf(each)}`,
    file: `oscal-catalog-${shortened(id)}.json`,
  };
}

/** Two identifiers that differ only in marks get two names, in the order of the framework. */
function named(ids: readonly string[], prefix: string, taken: Set<string>): ReadonlyMap<string, string> {
  return new Map(
    ids.map((id) => {
      const plain = token(id, prefix);
      let name = plain;
      for (let i = 2; taken.has(name) || taken.has(`${name}_smt`); i += 1) name = `${plain}-${i}`;
      taken.add(name).add(`${name}_smt`);
      return [id, name];
    }),
  );
}

/** A part of a path has at most 80 bytes. */
const LONGEST = 50;

function shortened(id: string): string {
  return id.length <= LONGEST ? id : `${id.slice(0, LONGEST - 9)}-${sha256(id).slice(0, 8)}`;
}
