import type { HomeResult } from '../../domain/published/home.ts';
import { printed, signed } from './figures.tsx';

/** What publishing would do, best first. */
export function Steps({ result }: { result: HomeResult }) {
  const { steps, notReckoned, overall, level } = result;
  if (steps.length + notReckoned.length === 0) return null;
  return (
    <section id="steps">
      <h2>เผยแพร่อะไรแล้วคะแนนขึ้นมากที่สุด</h2>
      {steps.length > 0 && (
        <>
          <p>
            ข้อเหล่านี้ได้ 0 คะแนน ถ้าเผยแพร่ทีละข้อตามลำดับ และแต่ละข้อได้เต็ม 100 คะแนนรวมจะขึ้นจาก {overall.value} (
            {level?.label}) ดังนี้ เป็นการคำนวณ ไม่ใช่คำรับรอง
          </p>
          <ol>
            {steps.map(({ code, title, gain, overall: reached, level: label }) => (
              <li key={code}>
                <a href={`#${code}`}>{code}</a> {title}{' '}
                <b>
                  {signed(gain)} เป็น {printed(reached)} ระดับ{label}
                </b>
              </li>
            ))}
          </ol>
        </>
      )}
      {notReckoned.length > 0 && <p>ได้ 0 คะแนนแต่ยังคำนวณผลไม่ได้: {notReckoned.join(' ')}</p>}
    </section>
  );
}
