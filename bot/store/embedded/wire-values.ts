/** Values as the SDK sends them: https://firebase.google.com/docs/firestore/reference/rest/v1/Value */

export interface WireValue {
  referenceValue?: string;
  arrayValue?: { values?: WireValue[] };
  mapValue?: { fields?: WireFields };
}

type WireFields = Record<string, WireValue>;

export interface WireWrite {
  delete?: string;
  update?: { name?: string; fields?: WireFields };
  updateTransforms?: { appendMissingElements?: { values?: WireValue[] } }[];
}

/**
 * References, vectors and the like (the wire has them as maps with a reserved field) are refused before they
 * are applied: the journal does not hold them.
 *
 * @throws {TypeError}
 */
export function requireKept({ update, updateTransforms }: WireWrite): void {
  requireKeptFields(update?.fields);
  for (const { appendMissingElements } of updateTransforms ?? []) {
    for (const value of appendMissingElements?.values ?? []) requireKeptValue(value);
  }
}

function requireKeptFields(fields: WireFields | undefined): void {
  for (const name in fields) {
    const value = fields[name];
    if (name.startsWith('__')) throw new TypeError(`the embedded store keeps no field ${name}`);
    if (value !== undefined) requireKeptValue(value);
  }
}

function requireKeptValue({ referenceValue, arrayValue, mapValue }: WireValue): void {
  if (referenceValue !== undefined) throw new TypeError('the embedded store keeps no references');
  for (const value of arrayValue?.values ?? []) requireKeptValue(value);
  requireKeptFields(mapValue?.fields);
}
