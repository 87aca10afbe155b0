/**
 * Where something was read. `path` is the exhibit's path in the engagement folder (inside a container: `outer.zip!/inner.csv`).
 * Rows and lines count from 1; a row is a record of a table, header not counted. `at` is a JSON pointer or an XPath.
 */
export interface Place {
  readonly path: string;
  readonly row?: number;
  readonly line?: number;
  readonly column?: number;
  readonly at?: string;
}

/** The file of the folder that something lies in: `backup.zip!/jobs.csv` lies in `backup.zip`. */
export function outermost(path: string): string {
  return path.split('!/', 1)[0] ?? path;
}

/** `backup/check.txt:3`, `users.csv row 12`, `policies.json /value/0` : short enough to print beside a number. */
export function placeText(place: Place): string {
  if (place.row !== undefined) return `${place.path} row ${place.row}`;
  if (place.line !== undefined) {
    return place.column === undefined ? `${place.path}:${place.line}` : `${place.path}:${place.line}:${place.column}`;
  }
  return place.at === undefined ? place.path : `${place.path} ${place.at}`;
}
