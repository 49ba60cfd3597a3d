import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorld, type World } from '../doctor/world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

it('with LISTEN_HOST the program answers there and at no other address of the machine', async () => {
  const { port } = new URL(world.env.PUBLIC_URL ?? '');
  expect(world.env.LISTEN_HOST).toBe('127.0.0.1');
  expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
  await expect(fetch(`http://127.0.0.2:${port}/healthz`)).rejects.toThrow();
});
