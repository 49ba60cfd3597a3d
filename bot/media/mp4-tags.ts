/** Boxes that hold boxes and are needed to find the sound. */
const CONTAINERS = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl', 'dinf', 'mvex', 'moof', 'traf']);

/** Boxes with facts about the sound and nothing about its maker, once `blankFields` has been over them. */
const FACTS = new Set([
  ...['ftyp', 'mdat', 'mvhd', 'tkhd', 'mdhd', 'hdlr', 'smhd', 'dref', 'stsd', 'stts', 'stsc', 'stsz', 'stz2'],
  ...['stco', 'co64', 'trex', 'mfhd', 'tfhd', 'tfdt', 'trun'],
]);

const DEEPEST = 8;

type Box = { type: string; start: number; content: number; end: number };

/**
 * Blanks, in place, all that an MP4 file says about where, when, by whom and with what it was made. Dates and handler
 * names become zeros, and every box that is not known to hold facts about the sound becomes `free`, filled with zeros.
 * The length and all offsets stay.
 *
 * @returns false when the boxes do not fit into one another: the file is then half blanked and not to be used.
 */
export function blankMp4Tags(bytes: Uint8Array): boolean {
  return blankBoxes(bytes, 0, bytes.length, 0);
}

function blankBoxes(bytes: Uint8Array, start: number, end: number, depth: number): boolean {
  if (depth > DEEPEST) return false;
  let position = start;
  while (position < end) {
    const box = readBox(bytes, position, end);
    if (box === null) return false;
    if (CONTAINERS.has(box.type)) {
      if (!blankBoxes(bytes, box.content, box.end, depth + 1)) return false;
    } else if (FACTS.has(box.type)) {
      blankFields(bytes, box);
    } else {
      bytes.set(new TextEncoder().encode('free'), box.start + 4);
      bytes.fill(0, box.content, box.end);
    }
    position = box.end;
  }
  return true;
}

function readBox(bytes: Uint8Array, start: number, limit: number): Box | null {
  if (start + 8 > limit) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const type = String.fromCharCode(...bytes.subarray(start + 4, start + 8));
  const shortSize = view.getUint32(start);
  if (shortSize === 0) return { type, start, content: start + 8, end: limit };
  if (shortSize !== 1) return fits({ type, start, content: start + 8, end: start + shortSize }, limit);
  if (start + 16 > limit) return null;
  return fits({ type, start, content: start + 16, end: start + Number(view.getBigUint64(start + 8)) }, limit);
}

function fits(box: Box, limit: number): Box | null {
  return box.end < box.content || box.end > limit ? null : box;
}

/** Field positions: ISO/IEC 14496-12, 8.2.2, 8.3.2, 8.4.2, 8.4.3. */
function blankFields(bytes: Uint8Array, box: Box): void {
  if (box.type === 'mvhd' || box.type === 'tkhd' || box.type === 'mdhd') {
    const datesLength = bytes[box.content] === 1 ? 16 : 8;
    bytes.fill(0, box.content + 4, Math.min(box.content + 4 + datesLength, box.end));
  }
  if (box.type === 'hdlr') {
    const pastHandlerType = Math.min(box.content + 12, box.end);
    bytes.fill(0, pastHandlerType, box.end);
  }
}
