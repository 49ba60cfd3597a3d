import { auditWords } from '../../../domain/catalogue/console-audit.ts';
import { AuditHeadAnswer } from '../../../domain/staff/audit.ts';
import { useConsole } from '../console.ts';
import { Button } from '../parts/button.tsx';
import { Loaded, useLoad } from '../parts/loaded.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import { momentOf } from './moment.ts';

/** The chain's newest link, to be printed, signed and kept where nobody who runs the machine can reach it. */
export function Head() {
  const { api, me, spoken } = useConsole();
  const say = auditWords(spoken);
  const load = useLoad('audit/head', () => api.get('/audit/head', AuditHeadAnswer));
  return (
    <>
      <p class="no-print">
        <a href="#/audit">{say.toList}</a>
      </p>
      <ViewTitle>{say.head}</ViewTitle>
      <Loaded load={load}>
        {({ code, at }) => (
          <section class="card">
            <p>
              {me.agency.name} {me.agency.district} {me.agency.province}
              <br />
              {say.headAt(momentOf(at))}
            </p>
            {code === undefined ? (
              <p>{say.none}</p>
            ) : (
              <>
                <p class="head-code">
                  <span class="quiet">{say.headCode}</span>
                  <strong>{code}</strong>
                </p>
                {say.headWords.map((words) => (
                  <p key={words}>{words}</p>
                ))}
                <p>
                  {say.headCheck}
                  <br />
                  <code>npm run audit:verify -- --head {code}</code>
                </p>
                <p class="signing">
                  <span>
                    {say.headSign} ({me.name})
                  </span>
                  <span>{say.headWitness}</span>
                </p>
                <div class="no-print">
                  <Button press={() => print()}>{say.print}</Button>
                </div>
              </>
            )}
          </section>
        )}
      </Loaded>
    </>
  );
}
