// `npm run rich-menu`: makes the menu in this repository the one that the agency's LINE account shows.
import { type Config, readConfig } from '../bot/config/config.ts';
import { askStored } from '../bot/doctor/ask-stored.ts';
import { declaredMenu } from '../bot/line/declared-menu.ts';
import { ensureRichMenu } from '../bot/line/rich-menu.ts';
import { RichMenuRefusedError, RichMenuUnreachableError, richMenuApi } from '../bot/line/rich-menu-api.ts';

function refuse(...lines: string[]): void {
  for (const line of lines) console.error(line);
  process.exitCode = 1;
}

const hints: Record<number, string> = {
  401: 'LINE_CHANNEL_ACCESS_TOKEN is not valid: issue a new one in the LINE Developers console. / โทเค็นใช้ไม่ได้ ออกใหม่ที่ LINE Developers',
  429: 'Too many calls: wait an hour, then run it again. / เรียกถี่เกินไป รอแล้วสั่งใหม่',
};

function explain(error: unknown): void {
  if (error instanceof RichMenuRefusedError) {
    const hint = hints[error.status];
    refuse(
      `LINE refused (${error.call}, ${error.status}). ${error.says}`,
      ...(hint === undefined ? [] : [hint]),
    );
  } else if (error instanceof RichMenuUnreachableError) {
    refuse(
      `LINE could not be reached (${error.call}). Check the network, then run it again. / ต่อ LINE ไม่ได้ ตรวจอินเทอร์เน็ตแล้วสั่งใหม่`,
    );
  } else {
    throw error;
  }
}

async function show(config: Extract<Config, { mode: 'line' }>): Promise<void> {
  const { agencyId } = config;
  const told = await askStored(config, { do: 'look', agencyId, deployment: agencyId });
  const agency = typeof told === 'object' && told.ok ? told.agencies[0] : undefined;
  if (agency === undefined) {
    refuse(
      'The agency could not be read from the store: start the program once first, then run it again. / อ่านข้อมูลหน่วยงานไม่ได้ เปิดโปรแกรมก่อนหนึ่งครั้ง แล้วสั่งใหม่',
    );
    return;
  }
  const { menu, image } = await declaredMenu(agency);
  try {
    const done = await ensureRichMenu(richMenuApi(config.line), menu, image);
    console.log(
      done.outcome === 'unchanged'
        ? `The menu is up to date (${done.richMenuId}). / เมนูเป็นปัจจุบันแล้ว`
        : `The menu is now ${done.richMenuId}; ${done.deleted} older removed. / เปลี่ยนเมนูแล้ว`,
    );
  } catch (error) {
    explain(error);
  }
}

const outcome = readConfig(process.env);
if (!outcome.ok) {
  refuse(
    'The settings are not complete: / การตั้งค่ายังไม่ครบ:',
    ...outcome.problems.map((problem) => `  ${problem}`),
  );
} else if (outcome.config.mode === 'try-out') {
  refuse(
    'Set LINE_CHANNEL_SECRET, LINE_CHANNEL_ACCESS_TOKEN, SECRET_KEY and PUBLIC_URL first: without them there is no account to give the menu to.',
    'ตั้งค่าบัญชี LINE ก่อน จึงจะมีบัญชีให้ใส่เมนู',
  );
} else {
  await show(outcome.config);
}
