import { createServer } from 'node:http';
import { announcementPages } from '../../bot/announcements/announcement-routes.ts';
import { openMetrics } from '../../bot/metrics/metrics.ts';
import { openPages } from '../../bot/pages/pages.ts';
import { lazyRenderer } from '../../bot/pages/renderer.ts';
import { pagesRouter } from '../../bot/pages/router.ts';
import { paperPages } from '../../bot/papers/paper-routes.ts';
import { createApp } from '../../bot/webhook/app.ts';
import type { StaffStage } from '../staff/stage.ts';

/** The public papers and announcements of a stage's agency, on loopback. */
export async function servePapers(stage: StaffStage): Promise<{ url: string; close(): Promise<void> }> {
  const { ground, parts } = stage;
  const publicUrl = 'https://khoen.example';
  const pages = openPages({
    agencyId: ground.agencyId,
    documents: ground.documents,
    paths: ground.paths,
    clock: parts.clock,
    log: parts.log,
    current: parts.current,
    renderer: lazyRenderer(),
    site: { publicUrl },
  });
  const served = { publicUrl, router: pagesRouter(pages, [announcementPages(ground), paperPages(ground)]) };
  const app = createApp({
    byId: async () => undefined,
    byHost: async () => served,
    publicUrl,
    ready: async () => true,
    metrics: openMetrics(Math.random),
    log: parts.log,
  });
  const server = createServer(app);
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
