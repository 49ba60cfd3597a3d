import type { Router } from 'express';

export interface Listed {
  method: string;
  /** As Express writes it: `/papers/:id`. */
  path: string;
}

/** Every route that a router and those mounted in it without a path answer. */
export function routesOf(router: Router): Listed[] {
  return router.stack.flatMap((layer): Listed[] => {
    const { route } = layer;
    if (route !== undefined) {
      const paths: unknown = route.path;
      const written = (Array.isArray(paths) ? paths : [paths]).filter((one) => typeof one === 'string');
      const methods = new Set(route.stack.map(({ method }) => method));
      return written.flatMap((path) =>
        [...methods].map((method) => ({ method: method.toUpperCase(), path })),
      );
    }
    const inner: unknown = layer.handle;
    return isRouter(inner) ? routesOf(inner) : [];
  });
}

const isRouter = (value: unknown): value is Router =>
  typeof value === 'function' && 'stack' in value && Array.isArray(value.stack);
