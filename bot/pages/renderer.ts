import { z } from 'zod';
import { type Render, Rendered } from '../../domain/published/rendered.ts';

const BUILT = new URL('../../dist/pages/render.js', import.meta.url);

const isFunction = (value: unknown): value is (...given: unknown[]) => unknown => typeof value === 'function';
const Renderer = z.object({ render: z.custom<(...given: unknown[]) => unknown>(isFunction) });

/**
 * The page renderer that was built from `liff/`, loaded when the first page is asked for, so that answering LINE
 * never waits for it.
 * @throws where it was never built
 */
export function lazyRenderer(built = (): Promise<unknown> => import(BUILT.href)): () => Promise<Render> {
  let loading: Promise<Render> | undefined;
  const load = async (): Promise<Render> => {
    const { render } = Renderer.parse(await built());
    return (page, site) => Rendered.parse(render(page, site));
  };
  return () => {
    loading ??= load();
    return loading;
  };
}
