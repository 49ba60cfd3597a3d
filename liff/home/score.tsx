import type { HomeInstrument, HomeResult } from '../../domain/published/home.ts';
import { Bar, printed, shown } from './figures.tsx';

const who: Readonly<Record<HomeInstrument['id'], string>> = {
  IIT: 'เจ้าหน้าที่ตอบ',
  EIT: 'ประชาชนตอบ',
  OIT: 'ข้อมูลที่เปิดเผย',
};

/** How the instrument's score comes about from its indicators, in figures. */
function Reckoning({ result, id }: { result: HomeResult; id: HomeInstrument['id'] }) {
  const parts = result.indicators.filter(({ instrument }) => instrument === id);
  const values = parts.flatMap(({ figure }) => (figure.value === undefined ? [] : [printed(figure.value)]));
  const whole = result.instruments.find((instrument) => instrument.id === id)?.figure.value;
  if (whole === undefined || values.length < parts.length) return null;
  return (
    <>
      {' '}
      (เฉลี่ยตัวชี้วัดที่ {parts.map(({ no }) => no).join(' และ ')}: {values.join(' กับ ')} ได้ {whole})
    </>
  );
}

function Why({ result }: { result: HomeResult }) {
  const { level, overall } = result;
  if (level === undefined) return <p>ยังบอกระดับไม่ได้ เพราะคะแนนไม่ครบ</p>;
  const { next } = level;
  if (next === undefined) return <p>เป็นระดับสูงสุดแล้ว</p>;
  return (
    <>
      {next.overall !== undefined && (
        <p>
          ระดับ “{next.label}” ต้องได้คะแนนรวมอย่างน้อย {next.overall.needs} ตอนนี้ได้ {printed(next.overall.score)}
        </p>
      )}
      {next.instruments.map(({ id, score, needs }) => (
        <p key={id}>
          {next.overall === undefined && `คะแนนรวม ${shown(overall)} ถึงเกณฑ์แล้ว `}ที่ยังไม่ได้ระดับ “{next.label}”
          เพราะ
          <strong>
            ด้าน{who[id]} ({id}) ได้ {printed(score)} ต่ำกว่า {needs}
          </strong>
          <Reckoning result={result} id={id} />
        </p>
      ))}
    </>
  );
}

/** Score and level, and what holds it back. */
export function Score({ result }: { result: HomeResult }) {
  const { fiscalYear, overall, level, instruments, previous } = result;
  return (
    <section id="score">
      <h2>คะแนน ITA ปี {fiscalYear}</h2>
      <p class="score">
        <strong id="overall">{shown(overall)}</strong> เต็ม 100 ระดับ{' '}
        <strong id="level">{level?.label ?? 'ไม่ทราบ'}</strong>
      </p>
      {previous?.overall !== undefined && (
        <p>
          {previous.label}ได้ <span id="previous">{printed(previous.overall)}</span>
          {previous.note !== undefined && <small> {previous.note}</small>}
        </p>
      )}
      <Why result={result} />
      <table>
        <caption>สามด้านที่วัด ขีดในแท่งคือ 85</caption>
        <tr>
          <th scope="col">ด้าน</th>
          <th scope="col">น้ำหนัก</th>
          <th scope="col">คะแนน</th>
        </tr>
        {instruments.map(({ id, name, weight, figure }) => (
          <tr key={id} id={id}>
            <th scope="row">
              {who[id]} ({id}) <small>{name}</small>
              <Bar value={figure.value} />
            </th>
            <td>{weight}%</td>
            <td>{shown(figure)}</td>
          </tr>
        ))}
      </table>
    </section>
  );
}
