/**
 * Files made of frames. A file starts with its kind, a random mark and the CRC-32 of both; each frame is the mark, the length
 * and the CRC-32 of what it carries, then that. A frame is written by one call and synced before the next
 * one is begun: so only the last frame of a file can be torn by a crash, and a frame that is unsound with a
 * sound one after it was damaged later. The mark is random so that no content can pass for a frame.
 */
import { randomBytes } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { OctetWriter } from './octets.ts';

const MARK_SIZE = 8;
const KIND_SIZE = 8;
export const FILE_HEAD_SIZE = KIND_SIZE + MARK_SIZE + 4;
const FRAME_HEAD_SIZE = MARK_SIZE + 4 + 4;
const WINDOW_SIZE = 4 * 1024 * 1024;

export type FileKind = 'PSJRNL01' | 'PSSNAP01';

/** A file of the embedded store is not what it was when it was written; the store does not start on it. */
export class StoreDamaged extends Error {
  override readonly name = 'StoreDamaged';
}

export function newFileHead(kind: FileKind): Buffer {
  const head = Buffer.concat([Buffer.from(kind, 'latin1'), randomBytes(MARK_SIZE), Buffer.alloc(4)]);
  head.writeUInt32LE(crc32(head.subarray(0, FILE_HEAD_SIZE - 4)), FILE_HEAD_SIZE - 4);
  return head;
}

export function markIn(fileHead: Buffer): Buffer {
  return Buffer.from(fileHead.subarray(KIND_SIZE, KIND_SIZE + MARK_SIZE));
}

function isHead(head: Buffer | undefined, kind: FileKind): head is Buffer {
  if (head?.toString('latin1', 0, KIND_SIZE) !== kind) return false;
  return head.readUInt32LE(FILE_HEAD_SIZE - 4) === crc32(head.subarray(0, FILE_HEAD_SIZE - 4));
}

/** Gathers what one frame carries. */
export class FrameWriter extends OctetWriter {
  #mark: Buffer;

  constructor(mark: Buffer) {
    super();
    this.#mark = mark;
    this.#begin();
  }

  /** What was gathered so far goes to a file with another mark. */
  moveTo(mark: Buffer): void {
    this.#mark = mark;
    this.written.set(mark);
  }

  get isEmpty(): boolean {
    return this.length === FRAME_HEAD_SIZE;
  }

  /** The whole frame, valid until {@link FrameWriter.reset}. */
  sealed(): Buffer {
    const frame = this.written;
    frame.writeUInt32LE(frame.length - FRAME_HEAD_SIZE, MARK_SIZE);
    frame.writeUInt32LE(crc32(frame.subarray(FRAME_HEAD_SIZE)), MARK_SIZE + 4);
    return frame;
  }

  override reset(): void {
    super.reset();
    this.#begin();
  }

  #begin(): void {
    for (const octet of this.#mark) this.byte(octet);
    for (let left = FRAME_HEAD_SIZE - MARK_SIZE; left > 0; left -= 1) this.byte(0);
  }
}

/** `end` is where the file is sound up to with this frame. `content` is valid until the next frame is asked for. */
export interface Frame {
  content: Buffer;
  end: number;
}

/**
 * The frames of a file from its start. Ends early, without an error, at a torn last frame.
 *
 * @throws {StoreDamaged} for another kind of file, and for an unsound frame with a sound one after it.
 */
export function* framesOf(path: string, kind: FileKind): Generator<Frame> {
  const file = openSync(path, 'r');
  try {
    const view = new View(file);
    const head = view.at(0, FILE_HEAD_SIZE);
    if (!isHead(head, kind)) throw new StoreDamaged(`${path} does not start like a file of this store`);
    const mark = markIn(head);
    let end = FILE_HEAD_SIZE;
    for (let content = frameAt(view, mark, end); content !== undefined; ) {
      end += FRAME_HEAD_SIZE + content.length;
      yield { content, end };
      content = frameAt(view, mark, end);
    }
    if (hasFrameAfter(view, mark, end)) {
      throw new StoreDamaged(`${path} is damaged at octet ${end}, and sound again after it`);
    }
  } finally {
    closeSync(file);
  }
}

function frameAt(view: View, mark: Buffer, at: number): Buffer | undefined {
  const head = view.at(at, FRAME_HEAD_SIZE);
  if (head === undefined || !head.subarray(0, MARK_SIZE).equals(mark)) return undefined;
  const size = head.readUInt32LE(MARK_SIZE);
  const checksum = head.readUInt32LE(MARK_SIZE + 4);
  const content = view.at(at + FRAME_HEAD_SIZE, size);
  return content !== undefined && size > 0 && crc32(content) === checksum ? content : undefined;
}

function hasFrameAfter(view: View, mark: Buffer, end: number): boolean {
  const rest = view.at(end, view.size - end);
  if (rest === undefined) return false;
  const marks: number[] = [];
  for (let at = rest.indexOf(mark, 1); at !== -1; at = rest.indexOf(mark, at + 1)) marks.push(end + at);
  return marks.some((at) => frameAt(view, mark, at) !== undefined);
}

/** A window onto a file, so that small frames cost no system call each. */
class View {
  readonly size: number;
  readonly #file: number;
  #window: Buffer = Buffer.alloc(0);
  #start = 0;

  constructor(file: number) {
    this.#file = file;
    this.size = fstatSync(file).size;
  }

  /** `undefined` where the file ends before that. */
  at(start: number, length: number): Buffer | undefined {
    if (length < 0 || start + length > this.size) return undefined;
    if (start < this.#start || start + length > this.#start + this.#window.length) this.#move(start, length);
    return this.#window.subarray(start - this.#start, start - this.#start + length);
  }

  #move(start: number, length: number): void {
    const window = Buffer.allocUnsafeSlow(Math.min(Math.max(length, WINDOW_SIZE), this.size - start));
    let filled = 0;
    while (filled < window.length) {
      const read = readSync(this.#file, window, filled, window.length - filled, start + filled);
      if (read === 0) break;
      filled += read;
    }
    this.#window = window;
    this.#start = start;
  }
}
