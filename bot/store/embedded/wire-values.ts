/** Values as the SDK sends them: https://firebase.google.com/docs/firestore/reference/rest/v1/Value */

export interface WireValue {
  bytesValue?: Uint8Array;
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
 * Makes a write the store's own before it is applied: octets are copied, which the in-memory Firestore
 * does not do. References, vectors and the like (the wire has those as maps with a reserved field) are
 * refused, as the journal does not hold them.
 *
 * @throws {TypeError}
 */
export function takeOver({ update, updateTransforms }: WireWrite): void {
  takeOverFields(update?.fields);
  for (const { appendMissingElements } of updateTransforms ?? []) {
    for (const value of appendMissingElements?.values ?? []) takeOverValue(value);
  }
}

function takeOverFields(fields: WireFields | undefined): void {
  for (const name in fields) {
    const value = fields[name];
    if (name.startsWith('__')) throw new TypeError(`the embedded store keeps no field ${name}`);
    if (value !== undefined) takeOverValue(value);
  }
}

function takeOverValue(value: WireValue): void {
  if (value.bytesValue !== undefined) value.bytesValue = Buffer.from(value.bytesValue);
  if (value.referenceValue !== undefined) throw new TypeError('the embedded store keeps no references');
  for (const item of value.arrayValue?.values ?? []) takeOverValue(item);
  takeOverFields(value.mapValue?.fields);
}
