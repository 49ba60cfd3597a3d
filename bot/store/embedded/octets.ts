/** Numbers, strings and octets written one after another, and read back. */

const FIRST_SIZE = 64 * 1024;
/** A buffer that grew beyond this for one large commit is given back. */
const KEPT_SIZE = 4 * 1024 * 1024;
const SEVEN_BITS = 0x80;

/** A buffer that grows. What it holds may be overwritten after {@link OctetWriter.reset}. */
export class OctetWriter {
  #buffer = Buffer.allocUnsafeSlow(FIRST_SIZE);
  length = 0;

  /** A view of what was written, valid until more is. */
  get written(): Buffer {
    return this.#buffer.subarray(0, this.length);
  }

  reset(): void {
    this.length = 0;
    if (this.#buffer.length > KEPT_SIZE) this.#buffer = Buffer.allocUnsafeSlow(FIRST_SIZE);
  }

  byte(value: number): void {
    this.#reserve(1);
    this.#buffer[this.length] = value;
    this.length += 1;
  }

  /** A whole number from 0 to 2^53 - 1. */
  count(value: number): void {
    this.#reserve(8);
    let rest = value;
    while (rest >= SEVEN_BITS) {
      this.#buffer[this.length++] = (rest % SEVEN_BITS) + SEVEN_BITS;
      rest = Math.floor(rest / SEVEN_BITS);
    }
    this.#buffer[this.length++] = rest;
  }

  double(value: number): void {
    this.#reserve(8);
    this.length = this.#buffer.writeDoubleLE(value, this.length);
  }

  octets(value: Uint8Array): void {
    this.count(value.length);
    this.#reserve(value.length);
    this.#buffer.set(value, this.length);
    this.length += value.length;
  }

  /** UTF-8, or UTF-16 where the string has a lone surrogate, which UTF-8 would lose. */
  string(value: string): void {
    const encoding = value.isWellFormed() ? 'utf8' : 'utf16le';
    const size = Buffer.byteLength(value, encoding);
    this.count(size * 2 + (encoding === 'utf8' ? 0 : 1));
    this.#reserve(size);
    this.length += this.#buffer.write(value, this.length, encoding);
  }

  #reserve(size: number): void {
    const needed = this.length + size;
    if (needed <= this.#buffer.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, this.#buffer.length * 2));
    larger.set(this.written);
    this.#buffer = larger;
  }
}

/** Reads what an {@link OctetWriter} wrote. @throws {RangeError} at the end. */
export class OctetReader {
  readonly #buffer: Buffer;
  at = 0;

  constructor(buffer: Buffer) {
    this.#buffer = buffer;
  }

  get atEnd(): boolean {
    return this.at >= this.#buffer.length;
  }

  byte(): number {
    return this.#buffer.readUInt8(this.at++);
  }

  count(): number {
    let value = 0;
    for (let factor = 1; ; factor *= SEVEN_BITS) {
      const next = this.byte();
      value += (next % SEVEN_BITS) * factor;
      if (next < SEVEN_BITS) return value;
    }
  }

  double(): number {
    const value = this.#buffer.readDoubleLE(this.at);
    this.at += 8;
    return value;
  }

  /** A copy, which outlives the buffer that is read. */
  octets(): Buffer {
    return Buffer.from(this.#take(this.count()));
  }

  string(): string {
    const size = this.count();
    return this.#take(Math.floor(size / 2)).toString(size % 2 === 0 ? 'utf8' : 'utf16le');
  }

  #take(size: number): Buffer {
    const end = this.at + size;
    if (end > this.#buffer.length) throw new RangeError('octets end too early');
    const taken = this.#buffer.subarray(this.at, end);
    this.at = end;
    return taken;
  }
}
