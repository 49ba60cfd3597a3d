import { thaiDate } from '../../domain/calendar/thai-date.ts';
import type { HomeMeasure, HomePage } from '../../domain/published/home.ts';

const states: Readonly<Record<NonNullable<HomeMeasure['progress']>['state'], string>> = {
  not_started: 'ยังไม่เริ่ม',
  in_progress: 'กำลังทำ',
  done: 'ทำแล้ว',
};

function Progress({ measure: { progress, to }, today }: { measure: HomeMeasure; today: string }) {
  if (progress === undefined) {
    return <b>{to < today ? 'ครบกำหนดแล้ว ยังไม่ได้บันทึกผล' : 'ยังไม่ได้บันทึกความก้าวหน้า'}</b>;
  }
  const { state, day, note } = progress;
  return (
    <>
      <b>{states[state]}</b> ณ {thaiDate(day, 'medium')} {note}
    </>
  );
}

/** What the agency undertook to do, and how far it has come; the steps stand where the evidence does, if it does. */
export function Measures({
  measures: { fiscalYear, list },
  evidence,
  today,
}: {
  measures: NonNullable<HomePage['measures']>;
  evidence: HomePage['evidence'];
  today: string;
}) {
  const isPublished = evidence.some((page) => page.key === 'measures' && page.fiscalYear === fiscalYear);
  return (
    <section id="measures">
      <h2>มาตรการปีงบประมาณ {fiscalYear}</h2>
      {isPublished && (
        <p>
          <a href={`/oit/${fiscalYear}/measures`}>ขั้นตอนของทุกมาตรการ</a>
        </p>
      )}
      {list.map((measure) => (
        <details key={measure.id}>
          <summary>{measure.measures.join(' · ')}</summary>
          <p>
            ประเด็นที่ {measure.issue} · ผู้รับผิดชอบ {measure.responsible} · {thaiDate(measure.from, 'medium')} –{' '}
            {thaiDate(measure.to, 'medium')} · <Progress measure={measure} today={today} />
          </p>
          {!isPublished && (
            <ul>
              {measure.steps.map((step) => (
                <li key={step}>{step}</li>
              ))}
            </ul>
          )}
        </details>
      ))}
    </section>
  );
}
