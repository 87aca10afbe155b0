import type { FontReason } from '../../kernel/messages/brand.ts';

const SFNT = new Set([0x00010000, 0x4f54544f, 0x74727565]);
const COLLECTION = 0x74746366;
const OS2 = 0x4f532f32;
/** Bits of fsType in the table OS/2, by the OpenType specification. */
const [RESTRICTED, PREVIEW, EDITABLE, NO_SUBSETTING, BITMAP_ONLY] = [0x0002, 0x0004, 0x0008, 0x0100, 0x0200];

/** Why a font may not be put into a document, or cannot be; nothing where it may. Of a collection the first font is asked. */
export function whyNotEmbedded(bytes: Uint8Array): FontReason | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const start = view.getUint32(0) === COLLECTION ? view.getUint32(12) : 0;
    if (!SFNT.has(view.getUint32(start))) return 'no-font';
    const fsType = fsTypeIn(view, start);
    // A font that says nothing forbids nothing.
    return fsType === undefined ? undefined : forbiddenBy(fsType);
  } catch {
    return 'no-font';
  }
}

function fsTypeIn(view: DataView, start: number): number | undefined {
  for (let row = 0; row < view.getUint16(start + 4); row += 1) {
    const at = start + 12 + row * 16;
    if (view.getUint32(at) === OS2) return view.getUint16(view.getUint32(at + 8) + 8);
  }
  return undefined;
}

function forbiddenBy(fsType: number): FontReason | undefined {
  // Where several of the first three are set, as older fonts do, the least restrictive holds.
  if ((fsType & RESTRICTED) !== 0 && (fsType & (PREVIEW | EDITABLE)) === 0) return 'restricted';
  if ((fsType & NO_SUBSETTING) !== 0) return 'no-subsetting';
  return (fsType & BITMAP_ONLY) !== 0 ? 'bitmap-only' : undefined;
}
