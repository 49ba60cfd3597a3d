/** The journal's encoding of field values: one kind octet, then what the kind needs. */
import { GeoPoint, Timestamp } from '@google-cloud/firestore';
import type { DocumentData } from '../documents.ts';
import type { OctetReader, OctetWriter } from './octets.ts';

const kinds = {
  null: 0,
  false: 1,
  true: 2,
  positive: 3,
  negative: 4,
  double: 5,
  string: 6,
  octets: 7,
  timestamp: 8,
  geoPoint: 9,
  array: 10,
  map: 11,
} as const;

/** @throws {TypeError} for a value of a kind that the embedded store does not keep. */
export function writeValue(to: OctetWriter, value: unknown): void {
  switch (typeof value) {
    case 'string':
      to.byte(kinds.string);
      to.string(value);
      return;
    case 'boolean':
      to.byte(value ? kinds.true : kinds.false);
      return;
    case 'number':
      writeNumber(to, value);
      return;
    case 'object':
      writeObject(to, value);
      return;
    default:
      throw new TypeError(`the embedded store keeps no ${typeof value}`);
  }
}

function writeNumber(to: OctetWriter, value: number): void {
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) {
    to.byte(kinds.double);
    to.double(value);
  } else if (value >= 0) {
    to.byte(kinds.positive);
    to.count(value);
  } else {
    to.byte(kinds.negative);
    to.count(-value);
  }
}

function writeObject(to: OctetWriter, value: object | null): void {
  if (value === null) {
    to.byte(kinds.null);
  } else if (Array.isArray(value)) {
    to.byte(kinds.array);
    to.count(value.length);
    for (const item of value) writeValue(to, item);
  } else if (value instanceof Uint8Array) {
    to.byte(kinds.octets);
    to.octets(value);
  } else if (value instanceof Timestamp) {
    to.byte(kinds.timestamp);
    writeTimestamp(to, value);
  } else if (value instanceof GeoPoint) {
    to.byte(kinds.geoPoint);
    to.double(value.latitude);
    to.double(value.longitude);
  } else if (Object.getPrototypeOf(value) === Object.prototype) {
    to.byte(kinds.map);
    writeFields(to, value);
  } else {
    throw new TypeError(`the embedded store keeps no ${value.constructor.name}`);
  }
}

export function writeFields(to: OctetWriter, fields: object): void {
  const entries = Object.entries(fields);
  to.count(entries.length);
  for (const [name, value] of entries) {
    to.string(name);
    writeValue(to, value);
  }
}

/** Seconds may lie before 1970: they are written as a double. */
export function writeTimestamp(to: OctetWriter, value: Timestamp): void {
  to.double(value.seconds);
  to.count(value.nanoseconds);
}

/** @throws {RangeError} where the octets make no sense. */
export function readValue(from: OctetReader): unknown {
  const kind = from.byte();
  switch (kind) {
    case kinds.null:
      return null;
    case kinds.false:
      return false;
    case kinds.true:
      return true;
    case kinds.positive:
      return from.count();
    case kinds.negative:
      return -from.count();
    case kinds.double:
      return from.double();
    case kinds.string:
      return from.string();
    case kinds.octets:
      return from.octets();
    case kinds.timestamp:
      return readTimestamp(from);
    case kinds.geoPoint:
      return new GeoPoint(from.double(), from.double());
    case kinds.array:
      return Array.from({ length: from.count() }, () => readValue(from));
    case kinds.map:
      return readFields(from);
    default:
      throw new RangeError(`unknown kind of value: ${kind}`);
  }
}

export function readFields(from: OctetReader): DocumentData {
  const fields: DocumentData = {};
  for (let left = from.count(); left > 0; left -= 1) fields[from.string()] = readValue(from);
  return fields;
}

export function readTimestamp(from: OctetReader): Timestamp {
  return new Timestamp(from.double(), from.count());
}
