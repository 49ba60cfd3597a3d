import { GeoPoint, Timestamp } from '@google-cloud/firestore';
import { z } from 'zod';
import type { DocumentData } from '../store/documents.ts';

/** A value whose kind JSON does not have: `['octets', 'base64']`, in the place of a list, which becomes `['list', …]`. */
const Tagged = z.union([
  z.tuple([z.literal('octets'), z.base64()]),
  z.tuple([z.literal('time'), z.int(), z.int().min(0).max(999_999_999)]),
  z.tuple([z.literal('point'), z.number(), z.number()]),
  z.tuple([z.literal('number'), z.enum(['NaN', 'Infinity', '-Infinity', '-0'])]),
]);

const isMap = (value: object): value is DocumentData => Object.getPrototypeOf(value) === Object.prototype;

function numberToJson(value: number): unknown {
  if (Object.is(value, -0)) return ['number', '-0'];
  return Number.isFinite(value) ? value : ['number', String(value)];
}

/**
 * A field's value as JSON that {@link fromJson} reads back as the same value of the same kind.
 * @throws TypeError for a kind that no document of ours holds
 */
export function toJson(value: unknown): unknown {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return numberToJson(value);
  if (value instanceof Uint8Array) return ['octets', Buffer.from(value).toString('base64')];
  if (value instanceof Timestamp) return ['time', value.seconds, value.nanoseconds];
  if (value instanceof GeoPoint) return ['point', value.latitude, value.longitude];
  if (Array.isArray(value)) return ['list', ...value.map(toJson)];
  if (typeof value === 'object' && isMap(value)) return dataToJson(value);
  throw new TypeError('a backup holds no value of this kind');
}

/** A whole document's fields, as {@link toJson}. */
export const dataToJson = (data: DocumentData): Record<string, unknown> =>
  Object.fromEntries(Object.entries(data).map(([name, value]) => [name, toJson(value)]));

function listFromJson(list: unknown[]): unknown {
  const [kind, ...items] = list;
  if (kind === 'list') return items.map(fromJson);
  const [tag, first, second] = Tagged.parse(list);
  switch (tag) {
    case 'octets':
      return Buffer.from(first, 'base64');
    case 'time':
      return new Timestamp(first, second ?? 0);
    case 'point':
      return new GeoPoint(first, second ?? 0);
    case 'number':
      return Number(first);
  }
}

/** @throws ZodError where it is not what {@link toJson} made */
export function fromJson(json: unknown): unknown {
  if (Array.isArray(json)) return listFromJson(json);
  return typeof json === 'object' && json !== null ? dataFromJson(json) : json;
}

/** @throws ZodError */
export const dataFromJson = (json: object): DocumentData =>
  Object.fromEntries(Object.entries(json).map(([name, value]) => [name, fromJson(value)]));
