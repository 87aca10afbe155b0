import { SaxesParser } from 'saxes';

/** Tells the text of every element that holds one, with the names of those it stands in. What is no XML tells nothing more from there on. */
export function readXml(text: string, onText: (path: readonly string[], value: string) => void): void {
  const path: string[] = [];
  let held = '';
  const parser = new SaxesParser();
  // After the first mistake nothing can be relied on.
  let broken = false;
  parser.on('error', () => {
    broken = true;
  });
  parser.on('opentag', ({ name }) => {
    path.push(name);
    held = '';
  });
  parser.on('text', (more) => {
    held += more;
  });
  parser.on('closetag', () => {
    if (!broken && held.trim() !== '') onText(path, held);
    held = '';
    path.pop();
  });
  parser.write(text).close();
}
