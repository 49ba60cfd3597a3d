import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { demoIntegrityOfficerId } from '../../domain/agency/khoen-staff.ts';
import { consoleWords } from '../../domain/catalogue/console.ts';
import { spoken } from '../../domain/catalogue/voice.ts';
import { KeptProof } from '../../domain/staff/measures.ts';
import { StaffRefusal } from '../../domain/staff/refusal.ts';
import { openPart } from '../../sealing/part.ts';
import { addCase } from '../staff/cases/world.ts';
import type { StaffStage } from '../staff/stage.ts';
import type { TestBot } from '../support/bot.ts';
import { type Person, somebody } from '../support/person.ts';

/** What came of a picture at a door: what stands in the store, opened where it is sealed, or what was said. */
export type Came = { kept: Uint8Array } | { said: string };
/** A way by which a picture reaches the store. `route`: of the staff's API. */
export interface Door {
  name: string;
  route?: string;
  give(octets: Uint8Array): Promise<Came>;
}
export interface Ground {
  stage: StaffStage;
  bot: TestBot;
  /** Secret keys of the stage's integrity officers. */
  keys: Readonly<Record<string, string>>;
}

const Bytes = z.object({ bytes: z.instanceof(Uint8Array), held: z.literal(false) });

const attachments = ({ stage }: Ground) =>
  stage.documents.query({ group: 'attachments', where: [], orderBy: [], limit: 1_000 });

type Does = (who: Person) => Promise<unknown>;

/** A door in the chat: `before` and `after` the picture, what its sender does; the attachment that came of it. */
function chat(ground: Ground, name: string, before: Does, after: Does = async () => undefined): Door {
  return {
    name,
    async give(octets) {
      const who = somebody(ground.bot);
      await before(who);
      const known = new Set((await attachments(ground)).map(({ path }) => path));
      const said = await who.sendsPhoto(octets);
      const added = (await attachments(ground)).find(({ path }) => !known.has(path));
      if (added === undefined) return { said };
      await after(who);
      const found = await ground.stage.documents.read(added.path);
      return { kept: Bytes.parse(found?.data).bytes };
    },
  };
}

function tip({ stage, bot, keys }: Ground): Door {
  const sealed = async () =>
    (await stage.documents.query({ group: 'messages', where: [], orderBy: [], limit: 1_000 })).filter(
      ({ data }) => data.sealed instanceof Uint8Array,
    );
  return {
    name: 'a tip in the chat',
    async give(octets) {
      const who = somebody(bot);
      await who.says('เมนู');
      for (const label of ['แจ้งทุจริต', 'แจ้งในแชตนี้', 'กองช่าง', 'เรียกเงิน']) await who.taps(label);
      const known = new Set((await sealed()).map(({ path }) => path));
      const said = await who.sendsPhoto(octets);
      const added = (await sealed()).find(({ path }) => !known.has(path));
      if (added === undefined) return { said };
      const [, , , draft = '', , n = ''] = added.path.split('/');
      const part = z.instanceof(Uint8Array).parse(added.data.sealed);
      const opened = await openPart(keys[demoIntegrityOfficerId] ?? '', new Uint8Array(part), {
        agency: 'khoen',
        draft,
        n: Number(n),
      });
      if (!opened.open || opened.part.kind !== 'photo') throw new Error('the part is no photo');
      return { kept: opened.part.photo };
    },
  };
}

/** A door of the console: the refusal is told in the words of the catalogue. */
function api(ground: Ground, who: string, route: string, path: () => string): Door {
  const { stage } = ground;
  const { failures } = consoleWords(spoken(stage.parts.current().agency.voice));
  const [method = '', way = ''] = route.split(' ');
  return {
    name: way,
    route,
    async give(octets) {
      const { code, json } = await stage.call(who, method, path(), octets);
      if (code !== undefined) return { said: failures[StaffRefusal.parse(code)] };
      const { sha256 } = KeptProof.parse(json);
      const found = (await attachments(ground)).find(({ data }) => data.sha256 === sha256);
      return { kept: Bytes.parse(found?.data).bytes };
    },
  };
}

/** Every door for pictures, on one store. */
export async function pictureDoors(ground: Ground): Promise<Door[]> {
  const caseId = await addCase(ground.stage, 'doors');
  const who = await ground.stage.addStaff('สมชาย โยธา', ['officer'], { unit: 'works' });
  const once = (): string => randomBytes(24).toString('base64url');
  return [
    chat(
      ground,
      'before it is known what it is about',
      async () => undefined,
      (who) => who.taps('แจ้งปัญหา'),
    ),
    chat(ground, 'in a complaint', async (who) => {
      await who.says('ไฟถนนดับหน้าวัด หมู่ 2');
      await who.taps('แจ้งปัญหา');
    }),
    chat(ground, 'in a question', async (who) => {
      await who.says('เปิดกี่โมง');
      await who.taps('สอบถาม');
    }),
    tip(ground),
    api(ground, who.id, 'POST /cases/:caseId/photos', () => `/cases/${caseId}/photos`),
    api(ground, who.id, 'PUT /entries/:once/photo', () => `/entries/${once()}/photo`),
    api(ground, who.id, 'POST /measures/:id/photos', () => '/measures/2567-2/photos'),
  ];
}
