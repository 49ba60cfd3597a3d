/** A script that walks all flows, scene by scene, each short enough to be played again for every call in it. */
import { atThePages } from './scenes/at-the-pages.ts';
import { broadcasting } from './scenes/broadcasting.ts';
import { counting } from './scenes/counting.ts';
import { entering } from './scenes/entering.ts';
import { erasing } from './scenes/erasing.ts';
import { leaving } from './scenes/leaving.ts';
import { ofResidents } from './scenes/of-residents.ts';
import { publishing } from './scenes/publishing.ts';
import { referring } from './scenes/referring.ts';
import { resealing } from './scenes/resealing.ts';
import type { Scene } from './stage.ts';

export const scenes: readonly Scene[] = [
  ...ofResidents,
  entering,
  ...referring,
  publishing,
  broadcasting,
  ...counting,
  ...atThePages,
  erasing,
  leaving,
  resealing,
];
