/** Octets in use, measured after everything that can go was let go. */
export interface Sample {
  given: number;
  octets: number;
}

const MEBIBYTE = 1024 * 1024;
/** What a program may take that has only just begun: code that was compiled, caches that are bounded. */
const SETTLING = 16 * MEBIBYTE;
/** A leak is told from noise by what each input leaves behind. */
const OCTETS_AN_INPUT = 512;
const LEAST_SAMPLES = 4;

/** Octets in use now; undefined where Node was not started with `--expose-gc`. */
export function octetsInUse(): number | undefined {
  const { gc } = globalThis;
  if (gc === undefined) return undefined;
  gc();
  gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** How much more was in use in the last third of the samples than in the first, and for each input between. */
export function growthOf(samples: readonly Sample[]): { octets: number; anInput: number } {
  const third = Math.ceil(samples.length / 3);
  const [first, last] = [samples.slice(0, third), samples.slice(-third)];
  const octets = median(last.map((one) => one.octets)) - median(first.map((one) => one.octets));
  const inputs = median(last.map((one) => one.given)) - median(first.map((one) => one.given));
  return { octets, anInput: inputs > 0 ? octets / inputs : 0 };
}

/** What is wrong with how memory went; undefined where it stayed flat, or there is too little to tell by. */
export function faultOfGrowth(samples: readonly Sample[]): string | undefined {
  if (samples.length < LEAST_SAMPLES) return undefined;
  const { octets, anInput } = growthOf(samples);
  if (octets <= SETTLING || anInput <= OCTETS_AN_INPUT) return undefined;
  return `memory grows: ${(octets / MEBIBYTE).toFixed(1)} MiB, ${anInput.toFixed(0)} octets an input`;
}
