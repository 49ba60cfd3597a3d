import { khoen } from '../domain/agency/khoen.ts';
import { khoenSurvey } from '../domain/agency/khoen-survey.ts';
import { newCase } from '../domain/case/new-case.ts';
import { catalogue } from '../domain/catalogue/catalogue.ts';
import type { Input } from '../domain/conversation/event.ts';
import type { CaseView, Facts } from '../domain/conversation/facts.ts';
import { states } from '../domain/conversation/handlers.ts';
import { emptySession, type Session } from '../domain/conversation/session.ts';
import { step } from '../domain/conversation/step.ts';
import type { Turn } from '../domain/conversation/turn.ts';

/** One way from a state to another: the label of a button, or what is sent. */
export interface Way {
  from: string;
  by: string;
  to: string;
}

const agency = khoen(Buffer.alloc(16).toString('base64'));
const say = catalogue(agency.voice);

const shownCase = newCase({
  version: 1,
  kind: 'complaint',
  number: '70-0001',
  status: 'resolved',
  where: {},
  text: '',
  attachments: 0,
  unit: 'works',
  channel: 'line',
  received: '2026-11-24',
  due: '2026-12-09',
  messages: 0,
});
const view: CaseView = { id: 'somecase', case: shownCase, isRecorded: true, thread: [], joined: [] };
const receipt = '0000000000000000';

/** Two worlds that between them open every door: one where something was found, one where nothing was. */
const worlds: Facts[] = [
  {
    lookup: { found: 'case', view },
    similar: { caseId: 'other', number: '70-0002' },
    mine: [view],
    tipDoor: { open: true, unreadable: [] },
    limits: { case: 0, tip: 0 },
    number: '70-0003',
    staff: { version: 1, id: 'officer', name: 'officer', roles: ['officer'] },
    invitation: null,
    case: view,
    ownCase: view,
    tipThread: [],
    answered: false,
    known: [{ question: 'ถามบ่อย', answer: 'ตอบแล้ว' }],
  },
  {
    lookup: { found: 'tip', caseId: 'sometip', status: 'new' },
    similar: null,
    mine: [],
    tipDoor: { open: true, unreadable: [] },
    limits: { case: 0, tip: 0 },
    number: '70-0003',
    staff: null,
    invitation: null,
    case: { ...view, case: { ...shownCase, status: 'new' } },
    ownCase: null,
    tipThread: null,
    answered: false,
    known: [],
  },
];

const turn = (facts: Facts): Turn => ({
  agency,
  survey: khoenSurvey,
  say,
  now: Date.parse('2026-11-24T03:00:00Z'),
  entropy: new Uint8Array(64).map((_, index) => index * 5),
  facts,
  publicUrl: 'https://prongsai.example',
  targets: [],
  officers: [],
  executives: [],
});

const sendings: { by: string; input: Input }[] = [
  { by: 'พิมพ์ข้อความ', input: { type: 'text', text: 'เรื่องหนึ่งที่อยากเล่า', message: 'm1' } },
  { by: 'ส่งรูป', input: { type: 'photo', message: 'm2', media: { state: 'ready', kind: 'photo' } } },
  { by: 'พิมพ์รหัสลับ', input: { type: 'text', text: receipt, message: 'm3' } },
  { by: 'ปุ่มในการ์ดแจ้งเตือน', input: { type: 'button', data: 'v1|-|case|answer.somecase' } },
];

function waysFrom(session: Session, facts: Facts): { way: Way; next: Session }[] {
  const buttons = session.offered.map(({ label, button }) => ({
    by: label,
    input: { type: 'button', data: button } satisfies Input,
  }));
  return [...buttons, ...sendings].flatMap(({ by, input }) => {
    const decision = step(session, { id: 'event', at: 0, input }, turn(facts));
    if ('wanted' in decision) return [];
    const next = decision.decided.session === 'forget' ? emptySession : decision.decided.session;
    return [{ way: { from: session.state.at, by, to: next.state.at }, next }];
  });
}

/** Sessions that look alike to a person: the same state, question and choices. */
const keyOf = ({ state, offered, aside }: Session): string =>
  [
    state.at,
    'question' in state ? state.question : '',
    ...offered.map(({ label }) => label),
    aside?.at ?? '',
  ].join('|');

/** Every way that the running code takes between states, found by walking it from the menu. */
export function conversationMap(): { states: string[]; ways: Way[] } {
  const ways = new Map<string, Way>();
  for (const facts of worlds) {
    const start = step(emptySession, { id: 'event', at: 0, input: { type: 'follow' } }, turn(facts));
    if ('wanted' in start || start.decided.session === 'forget') continue;
    const seen = new Set<string>();
    const queue: Session[] = [start.decided.session];
    for (let session = queue.shift(); session !== undefined; session = queue.shift()) {
      const key = keyOf(session);
      if (seen.has(key)) continue;
      seen.add(key);
      for (const { way, next } of waysFrom(session, facts)) {
        if (session.aside === undefined) ways.set(`${way.from} ${way.by} ${way.to}`, way);
        queue.push(next);
      }
    }
  }
  return { states, ways: [...ways.values()] };
}
