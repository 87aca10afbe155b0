import { type SignatureRoom, signatureRoom } from '../../kernel/signature-room.ts';
import type { Objects } from './objects.ts';
import { type Pen, raw } from './pen.ts';

/**
 * A field of the document for one signature that is shown nowhere (ISO 32000-1, 12.8; ISO 19005-3, 6.4.3), and the room for it. Fonts and
 * defaults of a form are left out, since nobody fills this one in.
 */
export function leaveSignatureRoom(
  room: SignatureRoom,
  { pen, objects, page }: { readonly pen: Pen; readonly objects: Objects; readonly page: number },
): void {
  const at = new Date(room.at).toISOString().replace(/[-:T]|\.\d+/g, '');
  const value = `<</Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached /M (D:${at}) ${signatureRoom(room)}>>`;
  // The bytes of a signature are looked for in the file as it lies.
  const signature = objects.addPlain(value);
  const unseen = pen.ref({ Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 0, 0] });
  unseen.write(Buffer.from('\n'));
  unseen.end();
  const field = objects.add(
    `<</Type/Annot/Subtype/Widget/FT/Sig/T(proofpack)/V ${signature} 0 R/F 132/Rect[0 0 0 0]/P ${page} 0 R/AP<</N ${unseen.id} 0 R>>>>`,
  );
  pen._root.data['AcroForm'] = raw(`<</Fields[${field} 0 R]/SigFlags 3>>`);
  // pdfkit would look for the fonts of a form of its own.
  pen.endAcroForm = () => undefined;
}
