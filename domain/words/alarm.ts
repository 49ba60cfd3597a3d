import { letters } from './clean.ts';
import { corruptionPhrases, notCorruption } from './corruption-phrases.ts';
import { dangerPhrases, notDanger } from './danger-phrases.ts';
import { findPhrase, firstWordOf } from './phrase.ts';

const denied = /(?:ไม่|บ่)(?:ได้|เคย|มี|ได้มี|ใช่|แม่น)?(?:การ|ใคร|คน|อะไร|ว่า|รับ|ถูก|โดน)?$/u;
const feared =
  /(?:กลัว|เกรง|เดี๋ยว|เสี่ยง|ระวัง|อาจ|ป้องกัน|เกือบ|ถ้า|หาก|เผื่อ|อย่าให้)(?:ว่า)?(?:จะ|ต่อ|เกิด|มี|ถูก|โดน|รถ|เด็ก|คน|ก่อน)*$/u;
const longestUnlessUnits = 40;

/**
 * Whether a text tells of, or asks to report, corruption in office. A word list with the words that only
 * look alike taken out first (โกงกาง, ทรัพย์สินบนที่ดิน, ออมเงิน); what is denied does not count.
 */
export const tellsOfCorruption = teller(corruptionPhrases, notCorruption, [denied]);

/**
 * Whether a text tells of a danger for which a number should be called first. What is denied or only
 * feared (กลัวไฟไหม้) does not count.
 */
export const tellsOfDanger = teller(dangerPhrases, notDanger, [denied, feared]);

function teller(
  phrases: readonly string[],
  lookalikes: readonly RegExp[],
  unless: readonly RegExp[],
): (text: string) => boolean {
  const beginning = new RegExp(phrases.map(firstWordOf).join('|'), 'u');
  return (text) => {
    const whole = letters(text);
    if (!beginning.test(whole)) return false;
    const plain = lookalikes.reduce((rest, lookalike) => rest.replace(lookalike, ' '), whole);
    return phrases.some((phrase) =>
      findPhrase(plain, phrase).some(([first]) => {
        const from = first?.from ?? 0;
        const before = plain.slice(Math.max(0, from - longestUnlessUnits), from);
        return !unless.some((pattern) => pattern.test(before));
      }),
    );
  };
}
