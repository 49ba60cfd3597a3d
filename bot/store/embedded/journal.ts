/** The journal that is being written. */
import type { FileHandle } from 'node:fs/promises';
import { StoreUnavailable } from '../documents.ts';
import { FILE_HEAD_SIZE, FrameWriter, markIn } from './frames.ts';
import type { OpenFile } from './generations.ts';
import type { OctetWriter } from './octets.ts';

interface Turn {
  open: () => Promise<OpenFile>;
  turned: () => void;
  failed: (cause: unknown) => void;
}

/**
 * Takes commits in the order in which they were applied and makes them durable in groups: while one frame
 * is being synced, the next gathers. After a failed write nothing is taken any more, because the documents
 * in memory are then ahead of what would survive.
 */
export class Journal {
  #file: FileHandle;
  #filling: FrameWriter;
  #writing: FrameWriter;
  #group = newGroup();
  #size: number;
  #busy = false;
  #turn: Turn | undefined;
  #failure: StoreUnavailable | undefined;
  readonly #onGroup: (size: number, milliseconds: number) => void;

  /** `size` is the length up to which the file is sound; `onGroup` learns the length after each group and how long it took. */
  constructor({ file, head }: OpenFile, size: number, onGroup: (size: number, milliseconds: number) => void) {
    this.#file = file;
    this.#filling = new FrameWriter(markIn(head));
    this.#writing = new FrameWriter(markIn(head));
    this.#size = size;
    this.#onGroup = onGroup;
  }

  get failure(): StoreUnavailable | undefined {
    return this.#failure;
  }

  /** Settles when what `write` wrote is durable. @throws {StoreUnavailable} by the promise. */
  append(write: (to: OctetWriter) => void): Promise<void> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    try {
      write(this.#filling);
    } catch (cause) {
      return Promise.reject(this.#fail(cause));
    }
    this.#start();
    return this.#group.promise;
  }

  /** Settles when everything appended so far is durable. */
  settled(): Promise<void> {
    if (this.#failure !== undefined) return Promise.reject(this.#failure);
    return this.#busy ? this.#group.promise : Promise.resolve();
  }

  /**
   * Goes on in another file. `capture` runs at the turn: what was appended before it is either in the old
   * file, durable, or will be the first in the new one.
   */
  turn<T>(open: () => Promise<OpenFile>, capture: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#turn = { open, turned: () => resolve(capture()), failed: reject };
      this.#start();
    });
  }

  /** Makes durable what is pending, and takes nothing after it. */
  async close(): Promise<void> {
    await this.settled().catch(() => undefined);
    this.#failure ??= new StoreUnavailable('the store is closed');
    await this.#file.close();
  }

  #start(): void {
    if (this.#busy) return;
    this.#busy = true;
    setImmediate(() => void this.#work());
  }

  async #work(): Promise<void> {
    while (this.#failure === undefined && (this.#turn !== undefined || !this.#filling.isEmpty)) {
      if (this.#turn !== undefined) await this.#takeTurn(this.#turn);
      if (!this.#filling.isEmpty) await this.#writeGroup();
    }
    this.#busy = false;
    this.#group.resolve();
    this.#group = newGroup();
  }

  async #writeGroup(): Promise<void> {
    const group = this.#group;
    const frame = this.#filling;
    this.#filling = this.#writing;
    this.#writing = frame;
    this.#group = newGroup();
    const began = performance.now();
    try {
      const octets = frame.sealed();
      await writeAt(this.#file, octets, this.#size);
      await this.#file.datasync();
      this.#size += octets.length;
      frame.reset();
      group.resolve();
      this.#onGroup(this.#size, performance.now() - began);
    } catch (cause) {
      group.reject(this.#fail(cause));
    }
  }

  async #takeTurn(turn: Turn): Promise<void> {
    this.#turn = undefined;
    try {
      const { file, head } = await turn.open();
      const old = this.#file;
      this.#file = file;
      this.#size = FILE_HEAD_SIZE;
      this.#filling.moveTo(markIn(head));
      this.#writing.moveTo(markIn(head));
      turn.turned();
      await old.close();
    } catch (cause) {
      turn.failed(cause);
    }
  }

  #fail(cause: unknown): StoreUnavailable {
    this.#failure ??= new StoreUnavailable('the journal could not be written; the store has stopped', {
      cause,
    });
    this.#group.reject(this.#failure);
    return this.#failure;
  }
}

function newGroup(): PromiseWithResolvers<void> {
  const group = Promise.withResolvers<void>();
  group.promise.catch(() => undefined);
  return group;
}

async function writeAt(file: FileHandle, octets: Buffer, position: number): Promise<void> {
  for (let done = 0; done < octets.length; ) {
    done += (await file.write(octets, done, octets.length - done, position + done)).bytesWritten;
  }
}
