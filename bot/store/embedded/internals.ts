/** Reaching into a library's objects, loudly: what is not there is an error at once and not a silence later. */

/** @throws {TypeError} where `owner` has no such member. */
export function member(owner: unknown, name: string): unknown {
  const value: unknown = owner instanceof Object ? Reflect.get(owner, name) : undefined;
  if (value === undefined) throw new TypeError(`the Firestore library has no ${name} in this version`);
  return value;
}

/** A method of `owner`, bound to it. @throws {TypeError} where it has none. */
export function method(owner: unknown, name: string): (...values: unknown[]) => unknown {
  const found = member(owner, name);
  if (typeof found !== 'function') throw new TypeError(`${name} of the Firestore library is no function`);
  return (...values) => Reflect.apply(found, owner, values);
}

/** @throws {TypeError} where `owner` has no such map. */
export function mapIn(owner: unknown, name: string): Map<unknown, unknown> {
  const found = member(owner, name);
  if (found instanceof Map) return found;
  throw new TypeError(`${name} of the Firestore library is no map`);
}

/** @throws {TypeError} where `owner` has no such list. */
export function listIn(owner: unknown, name: string): unknown[] {
  const found = member(owner, name);
  if (Array.isArray(found)) return found;
  throw new TypeError(`${name} of the Firestore library is no list`);
}

/** Puts `value` in the place of a method of `owner`. @throws {TypeError} where it has none. */
export function replaceMethod(owner: unknown, name: string, value: unknown): void {
  method(owner, name);
  Reflect.set(Object(owner), name, value);
}
