// `npm run guide:pictures`: the pictures of the officers' guide, from those that the browser tests left in artefacts/.
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';

/** Each picture of the guides, and the test's picture it is made from. */
export const guidePictures: Readonly<Record<string, string>> = {
  inbox: 'staff/case-390-1-inbox',
  case: 'staff/case-390-2-case',
  answer: 'staff/case-390-4-answer',
  resolve: 'staff/case-390-5-resolve',
  enter: 'staff/entry-390-1-form',
  slip: 'staff/entry-slip-A6',
  services: 'staff/services-390-2-form',
  comments: 'staff/comments-390',
  numbers: 'staff/numbers-320',
  propose: 'staff/publish-390-overview',
  approve: 'staff/publish-390-to-approve',
  announcement: 'staff/announcements-390-to-approve',
  submission: 'staff/submission-390',
  measures: 'staff/measures-390-steps',
  tick: 'staff/measures-390-clean-tick',
  register: 'staff/documents-390-register',
  memo: 'documents/memo-1',
  invite: 'staff/people-390-invite-code',
  health: 'staff/health-390',
  key: 'tips/made-small',
  unlock: 'tips/unlock-phone',
  tip: 'tips/tip-phone',
};

/** What a phone shows at once, in pixels, less what a whole page's picture has of the bar that goes along with it. */
const TALLEST = 790;

async function make(): Promise<void> {
  const from = (name: string): string => fileURLToPath(new URL(`../artefacts/${name}.png`, import.meta.url));
  const to = new URL('../docs/pictures/guide/', import.meta.url);
  await mkdir(to, { recursive: true });
  for (const [name, source] of Object.entries(guidePictures)) {
    const { width, height } = await sharp(from(source)).metadata();
    await sharp(from(source))
      .extract({ left: 0, top: 0, width, height: Math.min(height, TALLEST) })
      .png({ palette: true, colours: 64, effort: 10 })
      .toFile(fileURLToPath(new URL(`${name}.png`, to)));
  }
}

if (import.meta.main) await make();
