/** An exhibit that nobody means well with. */
export interface HostileFile {
  readonly path: string;
  readonly bytes: Buffer;
}

export function hostileZips(): readonly HostileFile[];
export function malformedJson(): readonly HostileFile[];
export function xmlAttacks(): readonly HostileFile[];
export function csvTraps(): readonly HostileFile[];
