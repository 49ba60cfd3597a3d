import type { RequestHandler } from 'express';
import { note } from './durations.ts';
import { classOf, type Metrics, type Route } from './metrics.ts';

/** What asks whether the program is well is in no figure. */
const UNCOUNTED = new Set(['/healthz', '/readyz', '/metrics']);

function routeOf(path: string): Route | undefined {
  if (UNCOUNTED.has(path)) return undefined;
  return path.startsWith('/api/staff/') ? 'staff' : 'public';
}

/** Counts answers and their times, LINE's webhooks left out. */
export function observeAnswers(metrics: Metrics): RequestHandler {
  return (request, response, next) => {
    const which = routeOf(request.path);
    if (which !== undefined) {
      const began = performance.now();
      const { classes, seconds } = metrics.answers[which];
      response.once('finish', () => {
        classes[classOf(response.statusCode)] += 1;
        note(seconds, performance.now() - began);
      });
    }
    next();
  };
}
