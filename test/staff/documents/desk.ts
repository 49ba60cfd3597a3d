import { createServer } from 'node:http';
import express from 'express';
import { loadAgency } from '../../../bot/agency/loaded.ts';
import { serveAgency } from '../../../bot/agency/serve-agency.ts';
import { openMetrics } from '../../../bot/metrics/metrics.ts';
import { builtAssets } from '../../../bot/pages/assets.ts';
import { lazyRenderer } from '../../../bot/pages/renderer.ts';
import { peopleTryOut, standInLogin } from '../../../scripts/try-out.ts';
import type { StaffStage } from '../stage.ts';

/** A stage's agency as residents and staff see it: its pages, its forms, its console, by the stage's clock. */
export async function openDesk(stage: StaffStage): Promise<{ url: string; close(): Promise<void> }> {
  const { documents, parts, secrets, simulator } = stage;
  const loaded = await loadAgency(documents, 'khoen', () => undefined);
  if (loaded === undefined) throw new Error('the store is not seeded');
  const line = {
    channelSecret: 'a-channel-secret',
    channelAccessToken: 'an-access-token',
    apiBaseUrl: simulator.apiUrl,
    dataApiBaseUrl: simulator.apiUrl,
  };
  const { clock, log } = parts;
  const renderer = lazyRenderer();
  const agency = serveAgency(
    {
      documents,
      secrets,
      store: 'embedded',
      renderer,
      assets: builtAssets(),
      log,
      clock,
      afterCommit: 'elsewhere',
      metrics: openMetrics(Math.random),
    },
    { loaded, line, publicUrl: parts.publicUrl, login: standInLogin(simulator), bootstrapCode: undefined },
  );
  await peopleTryOut({ simulator, line }, loaded.current());
  const server = createServer(express().use(agency.router));
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await agency.idle();
      await agency.stop();
    },
  };
}
