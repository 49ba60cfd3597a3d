import { z } from 'zod';
import { mayTick } from '../../../domain/measures/responsible.ts';
import { PHOTO_OCTETS } from '../../../domain/staff/cases.ts';
import {
  EditionBody,
  MeasureBody,
  MeasureParams,
  MeasurePhotoParams,
  MeasuresQuery,
  NewMeasureBody,
  PlanBody,
  StepBody,
  StepParams,
} from '../../../domain/staff/measures.ts';
import { readProof } from '../../measures/photos.ts';
import { readMeasure } from '../../measures/store.ts';
import { staffRoute } from '../route.ts';
import { addMeasure, editMeasure, importPlan, removeMeasure, returnMeasure } from './change.ts';
import { keepProof } from './photos.ts';
import { measuresAnswer } from './rows.ts';
import { markStep } from './tick.ts';

const seers = ['officer', 'admin', 'executive'] as const;
const tickers = ['officer', 'admin'] as const;
const planners = ['admin'] as const;
const octets = z.custom<Uint8Array>((value) => value instanceof Uint8Array);

/** `/measures`: the plan of a year, kept by admins, and its steps, ticked off by officers. */
export const measureRoutes = [
  staffRoute({
    method: 'get',
    path: '/measures',
    roles: seers,
    query: MeasuresQuery,
    handle: async (parts, { staff, query }) => ({ json: await measuresAnswer(parts, staff, query.year) }),
  }),
  staffRoute({
    method: 'post',
    path: '/measures/plan',
    roles: planners,
    body: PlanBody,
    handle: (parts, { body, staff }) => importPlan(parts, body.fiscalYear, staff),
  }),
  staffRoute({
    method: 'post',
    path: '/measures',
    roles: planners,
    body: NewMeasureBody,
    handle: (parts, { body, staff }) => addMeasure(parts, body, staff),
  }),
  staffRoute({
    method: 'put',
    path: '/measures/:id',
    roles: planners,
    params: MeasureParams,
    body: MeasureBody,
    most: 256 * 1024,
    handle: (parts, { params, body, staff }) => editMeasure(parts, { ...params, ...body }, staff),
  }),
  staffRoute({
    method: 'post',
    path: '/measures/:id/removal',
    roles: planners,
    params: MeasureParams,
    body: EditionBody,
    handle: (parts, { params, body, staff }) => removeMeasure(parts, { ...params, ...body }, staff),
  }),
  staffRoute({
    method: 'post',
    path: '/measures/:id/return',
    roles: planners,
    params: MeasureParams,
    body: EditionBody,
    handle: (parts, { params, body, staff }) => returnMeasure(parts, { ...params, ...body }, staff),
  }),
  staffRoute({
    method: 'post',
    path: '/measures/:id/steps/:step',
    roles: tickers,
    params: StepParams,
    body: StepBody,
    handle: (parts, { params, body, staff }) => markStep(parts, params, body, staff),
  }),
  staffRoute({
    method: 'post',
    path: '/measures/:id/photos',
    roles: tickers,
    params: MeasureParams,
    body: octets,
    octets: PHOTO_OCTETS,
    handle: async (parts, { params, body, staff }) => {
      const read = await readMeasure(parts.ground, params.id);
      if (read === undefined) return { refuse: 'not_found' };
      if (!mayTick(staff, read.measure)) return { refuse: 'role_too_low' };
      return keepProof(parts, params.id, body);
    },
  }),
  staffRoute({
    method: 'get',
    path: '/measures/:id/photos/:sha256',
    roles: seers,
    params: MeasurePhotoParams,
    handle: async ({ ground }, { params: { id, sha256 } }) => {
      const found = await readProof(ground, id, sha256);
      return found === undefined ? { refuse: 'not_found' } : { octets: found, type: 'image/jpeg' };
    },
  }),
];
