import type { ComponentChildren } from 'preact';

import { placeLabel } from '../../../domain/agency/routing.ts';
import { thaiDate } from '../../../domain/calendar/thai-date.ts';
import { consoleDocumentsWords } from '../../../domain/catalogue/console-documents.ts';
import type { OtherCase } from '../../../domain/staff/cases.ts';
import { useConsole } from '../console.ts';
import type { CaseParts } from './case-parts.ts';
import { byWords } from './event-words.ts';
import { unitLabel } from './labels.ts';
import { Said } from './said.tsx';

type FactsParts = Pick<CaseParts, 'detail' | 'say'>;

const Fact = ({ name, children }: { name: string; children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

/** A point on a map that anybody can open; nothing of it is loaded here. */
const mapOf = ({ latitude, longitude }: { latitude: number; longitude: number }): string =>
  `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=18/${latitude}/${longitude}`;

function Place({ detail, say }: FactsParts) {
  const { me } = useConsole();
  const { place, landmark, point } = detail.where;
  return (
    <Fact name={say.one.place}>
      {place !== undefined && placeLabel(me.agency, place)}
      {landmark !== undefined && <Said text={landmark} say={say.one} />}
      {point !== undefined && (
        <>
          {place === undefined && landmark === undefined && <span>{say.one.point}</span>}{' '}
          <a href={mapOf(point)} target="_blank" rel="noreferrer" title={say.one.mapHint}>
            {say.one.map} ({point.latitude.toFixed(5)}, {point.longitude.toFixed(5)})
          </a>
        </>
      )}
      {place === undefined && landmark === undefined && point === undefined && say.one.noPlace}
    </Fact>
  );
}

const Other = ({ other, say }: { other: OtherCase } & Pick<CaseParts, 'say'>) => (
  <a class="other" href={`#/case/${other.id}`}>
    {other.number} <small>{say.status[other.status]}</small>
  </a>
);

function Outcome({ detail, say }: FactsParts) {
  const { outcome } = detail;
  if (outcome === undefined) return null;
  const [first, second] =
    outcome.outcome === 'referred' ? [outcome.to, outcome.contact] : [outcome.reason, outcome.next];
  return (
    <>
      <Fact name={say.one.outcome[outcome.outcome]}>
        <Said text={first} say={say.one} />
      </Fact>
      {second !== '' && (
        <Fact name={outcome.outcome === 'referred' ? say.one.contact : say.one.next}>
          <Said text={second} say={say.one} />
        </Fact>
      )}
    </>
  );
}

function Waits({ detail, say }: FactsParts) {
  const { waiting } = detail;
  if (waiting === undefined) return null;
  return (
    <Fact name={say.one.waiting}>
      {say.why[waiting.why]} {say.due.waiting(thaiDate(waiting.until, 'long'))}
      {waiting.note !== '' && <Said text={waiting.note} say={say.one} />}
    </Fact>
  );
}

/** What is known of a case beside its words: when, where, who. */
export function Facts({ detail, say }: FactsParts) {
  const { me, spoken } = useConsole();
  const { agency } = me;
  const { one } = say;
  const assignee = detail.assignee === undefined ? say.inbox.noAssignee : byWords(detail.assignee, me, say);
  return (
    <section class="facts card" aria-labelledby="facts">
      <h2 id="facts">{one.facts}</h2>
      <dl>
        <Fact name={one.assignee}>{assignee}</Fact>
        <Fact name={one.unit}>{unitLabel(agency, detail.unit)}</Fact>
        {detail.aboutStaff && (
          <Fact name={one.concerns}>
            {detail.concerns === undefined ? one.unknownUnit : unitLabel(agency, detail.concerns)}
          </Fact>
        )}
        <Place detail={detail} say={say} />
        <Fact name={one.received}>
          {thaiDate(detail.received, 'long')}
          <small>
            {say.channels[detail.channel]}
            {detail.enteredBy !== undefined && ` · ${one.enteredBy(byWords(detail.enteredBy, me, say))}`}
          </small>
        </Fact>
        <Fact name={one.due}>{thaiDate(detail.due, 'long')}</Fact>
        {detail.firstAnswered !== undefined && (
          <Fact name={one.firstAnswered}>{thaiDate(detail.firstAnswered, 'long')}</Fact>
        )}
        <Waits detail={detail} say={say} />
        <Outcome detail={detail} say={say} />
        <Fact name={one.told}>{detail.reachable ? one.toldChat : one.toldNobody}</Fact>
        {detail.joinsCase !== undefined && (
          <Fact name={one.joinsCase}>
            <Other other={detail.joinsCase} say={say} />
          </Fact>
        )}
        {detail.joinedCases.length > 0 && (
          <Fact name={one.joinedCases}>
            {detail.joinedCases.map((other) => (
              <Other key={other.id} other={other} say={say} />
            ))}
          </Fact>
        )}
      </dl>
      <p class="no-print">
        <a href={`#/memo/${detail.id}`}>{consoleDocumentsWords(spoken).memo.link}</a>
      </p>
    </section>
  );
}
