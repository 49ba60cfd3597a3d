import { z } from 'zod';
import { Agency } from '../../domain/agency/agency.ts';

/** How many; large enough for any honest count, too small for a receipt or a phone number. */
export const count = z.int().min(0).max(10_000_000);

/** Milliseconds. */
export const duration = z.number().min(0).max(10_000_000);

export const httpStatus = z.int().min(100).max(599);

/** An agency's id; nothing with the runs of digits that a receipt has, or of hex digits that LINE's ids and hashes have. */
export const agencyId = Agency.shape.id.refine((id) => !/\d{5}|[0-9a-f]{12}/.test(id));
