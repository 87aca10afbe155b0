/** The file breaks off or is malformed: nothing of it may be used. Caught at the border of the room and noted, never shown as a crash. */
export class Unreadable extends Error {
  constructor(reason: string, options: { cause?: unknown } = {}) {
    super(reason, options);
    this.name = 'Unreadable';
  }
}

/** The file is dangerous or beyond what one file may cost. */
export class Refused extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = 'Refused';
  }
}
