import { z } from 'zod';
import type { DocumentData } from '../store/documents.ts';

const Plain = z.record(z.string(), z.json());

/** A record as the store takes it: fields that are undefined are left out at every depth. */
export const plain = (record: object): DocumentData => Plain.parse(JSON.parse(JSON.stringify(record)));
