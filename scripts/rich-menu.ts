// `npm run rich-menu`: makes the menu in this repository the one that the agency's LINE account shows.
import { readConfig } from '../bot/config/config.ts';
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
  const { menu, image } = await declaredMenu();
  try {
    const done = await ensureRichMenu(richMenuApi(outcome.config.line), menu, image);
    console.log(
      done.outcome === 'unchanged'
        ? `The menu is up to date (${done.richMenuId}). / เมนูเป็นปัจจุบันแล้ว`
        : `The menu is now ${done.richMenuId}; ${done.deleted} older removed. / เปลี่ยนเมนูแล้ว`,
    );
  } catch (error) {
    explain(error);
  }
}
