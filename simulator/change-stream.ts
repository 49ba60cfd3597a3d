import type { Request, Response } from 'express';
import type { Platform } from './platform.ts';

const HEARTBEAT_MS = 20_000;
/** Changes are told together, at most this often. */
const GATHER_MS = 30;

/** Server-Sent Events: `event: change` with `{ chatId?, version }`, once a chat however much happened in it. */
export function streamChanges(platform: Platform, request: Request, response: Response): void {
  response.set({ 'content-type': 'text/event-stream', connection: 'keep-alive' });
  response.flushHeaders();

  const gathered = new Map<string | undefined, number>();
  let timer: NodeJS.Timeout | null = null;
  const flush = () => {
    timer = null;
    for (const [chatId, version] of gathered) {
      response.write(`event: change\ndata: ${JSON.stringify({ chatId, version })}\n\n`);
    }
    gathered.clear();
  };
  const stop = platform.changes.subscribe(({ chatId, version }) => {
    gathered.set(chatId, version);
    timer ??= setTimeout(flush, GATHER_MS);
  });
  const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
  request.on('close', () => {
    stop();
    clearInterval(heartbeat);
    if (timer !== null) clearTimeout(timer);
  });
}
