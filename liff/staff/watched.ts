import { useEffect, useState } from 'preact/hooks';

/** A value that can be watched: what the frame shows of a session or a connection. */
export interface Watched<Value> {
  get(): Value;
  set(value: Value): void;
  /** Returns how to stop watching. */
  watch(see: (value: Value) => void): () => void;
}

export function watched<Value>(first: Value): Watched<Value> {
  let value = first;
  const watchers = new Set<(value: Value) => void>();
  return {
    get: () => value,
    set(next) {
      value = next;
      for (const see of watchers) see(next);
    },
    watch(see) {
      watchers.add(see);
      return () => watchers.delete(see);
    },
  };
}

export function useWatched<Value>(source: Watched<Value>): Value {
  const [value, setValue] = useState(source.get());
  useEffect(() => {
    setValue(source.get());
    return source.watch(setValue);
  }, [source]);
  return value;
}
