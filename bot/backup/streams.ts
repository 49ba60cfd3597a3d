/** Octets as a web stream, which age reads; one chunk is asked for at a time. */
export function webStream(octets: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const chunks = octets[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done === true) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await chunks.return?.();
    },
  });
}

/** The chunks of a web stream. */
export async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/**
 * Lines of a text in UTF-8, without their newlines; what stands after the last newline is a line as well.
 * @throws RangeError for a line of more than `most` characters
 */
export async function* linesIn(chunks: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > most) throw new RangeError('a line is longer than any that was written');
    yield* lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}
