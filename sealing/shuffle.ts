/** Fresh octets from a cryptographic source, as many as asked for. */
export type Random = (octets: number) => Uint8Array;

const U32 = 2 ** 32;

const below = (bound: number, random: Random): number => {
  const limit = U32 - (U32 % bound);
  for (;;) {
    const drawn = new DataView(new Uint8Array(random(4)).buffer).getUint32(0);
    if (drawn < limit) return drawn % bound;
  }
};

/** The same items in an order of which each is equally likely. */
export function shuffled<Item>(items: readonly Item[], random: Random): Item[] {
  const drawn: Item[] = [];
  for (const item of items) {
    const at = below(drawn.length + 1, random);
    drawn.splice(at, 0, item);
  }
  return drawn;
}
