import { walkXml } from '../archive/xml.ts';

/** The table of texts that cells point at; hints on pronunciation are no part of them. */
export function readTexts(xml: string): readonly string[] {
  if (xml === '') return [];
  const texts: string[] = [];
  let text: string | undefined;
  let within: 't' | undefined;
  let phonetic = 0;
  walkXml(xml, {
    open: ({ name }) => {
      if (name === 'si') text = '';
      if (name === 'rPh') phonetic += 1;
      if (name === 't') within = 't';
    },
    text: (piece) => {
      if (within !== undefined && phonetic === 0 && text !== undefined) text += piece;
    },
    close: ({ name }) => {
      if (name === 't') within = undefined;
      if (name === 'rPh') phonetic -= 1;
      if (name !== 'si') return;
      texts.push(plainText(text ?? ''));
      text = undefined;
    },
  });
  return texts;
}

/** `_x000D_` and its like stand for characters that XML cannot hold. */
export function plainText(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
