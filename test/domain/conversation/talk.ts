import { createHash } from 'node:crypto';
import type { Agency } from '../../../domain/agency/agency.ts';
import { khoen } from '../../../domain/agency/khoen.ts';
import { demoDeputyId, demoOfficerId } from '../../../domain/agency/khoen-staff.ts';
import { khoenSurvey } from '../../../domain/agency/khoen-survey.ts';
import type { Invitation, Staff } from '../../../domain/agency/staff.ts';
import type { AnnouncementEntry } from '../../../domain/announcements/register.ts';
import { audienceOf, isAboutStaff } from '../../../domain/case/audience.ts';
import type { CaseMessage } from '../../../domain/case/case.ts';
import { type Made, withChange } from '../../../domain/case/change.ts';
import { newCase } from '../../../domain/case/new-case.ts';
import { catalogue } from '../../../domain/catalogue/catalogue.ts';
import type { Input } from '../../../domain/conversation/event.ts';
import { type CaseView, type Facts, PAPERS_IN_CHAT, type Want } from '../../../domain/conversation/facts.ts';
import type { Choice, Reply } from '../../../domain/conversation/reply.ts';
import { emptySession, type Session } from '../../../domain/conversation/session.ts';
import { step } from '../../../domain/conversation/step.ts';
import type { Officer, Outcome, Turn } from '../../../domain/conversation/turn.ts';
import type { Write } from '../../../domain/conversation/write.ts';
import type { PaperEntry } from '../../../domain/papers/register.ts';
import { searchPapers } from '../../../domain/papers/search.ts';
import { type Known, matchQuestions } from '../../../domain/questions/match.ts';
import { readPaperQuery } from '../../../domain/words/paper-query.ts';

export const agency: Agency = khoen(Buffer.alloc(16, 7).toString('base64'));
export const say = catalogue(agency.voice);
/** A Tuesday at ten, Bangkok time: the office is open. */
export const OFFICE_TIME = Date.parse('2026-11-24T03:00:00Z');

type Open = Extract<Write, { write: 'open case' }>;

/** What the store would know, kept in plain maps: enough to answer every want. */
export interface World {
  cases: Map<string, { view: CaseView; route: string | undefined; receipt: string }>;
  tips: Map<string, { receipt: string; parts: number }>;
  staff: Map<string, Staff>;
  invitations: Map<string, Invitation>;
  answered: Set<string>;
  limits: { case: number; tip: number; miss: number };
  tipDoor: Facts['tipDoor'];
  number: number;
  papers: PaperEntry[];
  announcements: AnnouncementEntry[];
  known: Known[];
}

export const newWorld = (): World => ({
  cases: new Map(),
  tips: new Map(),
  staff: new Map(),
  invitations: new Map(),
  answered: new Set(),
  limits: { case: 0, tip: 0, miss: 0 },
  tipDoor: { open: true, unreadable: [] },
  number: 1,
  papers: [],
  announcements: [],
  known: [],
});

function factFor(want: Want, world: World, user: string): Facts {
  switch (want.want) {
    case 'lookup': {
      if (world.limits.miss >= 5) return { lookup: { found: 'paused' } };
      for (const { view, receipt } of world.cases.values()) {
        if (receipt === want.receipt) return { lookup: { found: 'case', view } };
      }
      for (const [caseId, tip] of world.tips) {
        if (tip.receipt === want.receipt) return { lookup: { found: 'tip', caseId, status: 'new' } };
      }
      return { lookup: { found: 'nothing' } };
    }
    case 'papers': {
      const all = world.papers.map((entry) => ({ entry, filter: undefined }));
      const found = searchPapers(all, readPaperQuery(want.words));
      return { papers: { best: found.slice(0, PAPERS_IN_CHAT), all: found.length } };
    }
    case 'announcements':
      return { announcements: world.announcements };
    case 'known':
      return { known: matchQuestions(world.known, want.words) };
    case 'similar': {
      const found = [...world.cases.values()].find(
        ({ view }) => view.case.category === want.category && view.case.where.place === want.place,
      );
      return {
        similar: found === undefined ? null : { caseId: found.view.id, number: found.view.case.number },
      };
    }
    case 'mine':
      return {
        mine: [...world.cases.values()].filter(({ route }) => route === user).map(({ view }) => view),
      };
    case 'tipDoor':
      return world.tipDoor === undefined ? {} : { tipDoor: world.tipDoor };
    case 'limits':
      return { limits: { case: world.limits.case, tip: world.limits.tip } };
    case 'number':
      return { number: `70-${String(world.number).padStart(4, '0')}` };
    case 'staff':
      return { staff: world.staff.get(user) ?? null };
    case 'invitation':
      return { invitation: world.invitations.get(want.code) ?? null };
    case 'case':
      return { case: world.cases.get(want.caseId)?.view ?? null };
    case 'ownCase': {
      const found = world.cases.get(want.caseId);
      return { ownCase: found?.route === user ? found.view : null };
    }
    case 'tipThread':
      return { tipThread: [] };
    case 'answered':
      return { answered: world.answered.has(`${user} ${want.period}`) };
  }
}

function openCase(write: Open, world: World, user: string): void {
  const stored = newCase({
    version: 1,
    kind: write.kind,
    number: write.number,
    status: 'new',
    ...(write.category === undefined ? {} : { category: write.category }),
    where: write.where,
    text: write.text,
    attachments: write.media.length,
    unit: write.unit,
    audience: audienceOf(isAboutStaff(agency, write.category), write.concerns),
    ...(write.concerns === undefined ? {} : { concerns: write.concerns }),
    channel: 'line',
    received: write.received,
    due: write.due,
    messages: 0,
    ...(write.joins === undefined ? {} : { joins: write.joins }),
  });
  world.number += 1;
  world.cases.set(write.caseId, {
    view: { id: write.caseId, case: stored, isRecorded: write.route, thread: [], joined: [] },
    route: write.route ? user : undefined,
    receipt: write.receipt,
  });
}

function apply(write: Write, world: World, user: string): void {
  switch (write.write) {
    case 'open case':
      openCase(write, world, user);
      return;
    case 'open tip':
      world.tips.set(write.sealing.caseId, { receipt: write.sealing.receipt, parts: write.parts.length });
      return;
    case 'change case': {
      const found = world.cases.get(write.caseId);
      const { change, day } = write;
      const made: Made = change === 'accept' ? { change, by: user } : { change };
      const next = found && withChange(found.view.case, made, day);
      if (found === undefined || next === undefined) throw new Error('a change that its case does not allow');
      found.view = { ...found.view, case: next };
      if (next.status === 'closed') {
        found.route = undefined;
        found.view = { ...found.view, isRecorded: false };
      }
      return;
    }
    case 'case message': {
      const found = world.cases.get(write.caseId);
      if (found === undefined) throw new Error('a message to no case');
      const message: CaseMessage = { version: 1, from: write.from, text: write.text, day: write.day };
      found.view = { ...found.view, thread: [...found.view.thread, message] };
      return;
    }
    case 'limit':
      world.limits[write.kind] += write.by;
      return;
    case 'response':
      world.answered.add(`${user} ${write.period}`);
      return;
    case 'join staff': {
      world.staff.set(user, { ...write.person, id: user });
      world.invitations.delete(write.code);
      return;
    }
    default:
      return;
  }
}

const forbidden = (what: string) => () => {
  throw new Error(`the domain is pure: it has no ${what}`);
};

/** Runs `work` where clock and randomness throw, as the domain must never reach for them. */
export function purely<T>(work: () => T): T {
  const { now } = Date;
  const { random } = Math;
  const { getRandomValues } = crypto;
  Date.now = forbidden('clock');
  Math.random = forbidden('randomness');
  crypto.getRandomValues = forbidden('randomness');
  try {
    return work();
  } finally {
    Date.now = now;
    Math.random = random;
    crypto.getRandomValues = getRandomValues;
  }
}

/** One person talking with the account, event by event, with the pure step alone. */
export class Talk {
  session: Session = emptySession;
  now = OFFICE_TIME;
  readonly writes: Write[] = [];
  last: Outcome | undefined;
  officers: Officer[] = [demoOfficerId, demoDeputyId].map((id) => ({ id, unit: 'works' }));
  executives: Officer[] = [];
  private count = 0;
  readonly world: World;
  readonly user: string;
  readonly agency: Agency;

  constructor(world: World = newWorld(), user = 'somebody', of: Agency = agency) {
    this.world = world;
    this.user = user;
    this.agency = of;
  }

  turn(facts: Facts): Turn {
    const entropy = createHash('sha512').update(`${this.user} ${this.count}`).digest();
    return {
      agency: this.agency,
      survey: khoenSurvey,
      say: catalogue(this.agency.voice),
      now: this.now,
      entropy,
      facts,
      publicUrl: 'https://prongsai.example',
      targets: [],
      officers: this.officers,
      executives: this.executives,
    };
  }

  /** Sends one input and returns what is answered. */
  send(input: Input): Reply[] {
    this.count += 1;
    this.now += 1000;
    const event = { id: `event-${this.user}-${this.count}`, at: this.now, input };
    let facts: Facts = {};
    for (let round = 0; round < 8; round += 1) {
      const turn = this.turn(facts);
      const decision = purely(() => step(this.session, event, turn));
      if ('wanted' in decision) {
        facts = { ...facts, ...factFor(decision.wanted, this.world, this.user) };
        continue;
      }
      this.last = decision.decided;
      for (const write of decision.decided.writes) apply(write, this.world, this.user);
      this.writes.push(...decision.decided.writes);
      this.session = decision.decided.session === 'forget' ? emptySession : decision.decided.session;
      return decision.decided.replies;
    }
    throw new Error('a step that never has facts enough');
  }

  type(words: string): Reply[] {
    return this.send({ type: 'text', text: words, message: `message-${this.count + 1}` });
  }

  photo(): Reply[] {
    const media = { state: 'ready', kind: 'photo' } as const;
    return this.send({ type: 'photo', message: `message-${this.count + 1}`, media });
  }

  voice(): Reply[] {
    const media = { state: 'ready', kind: 'voice' } as const;
    return this.send({ type: 'voice', message: `message-${this.count + 1}`, media });
  }

  /** Presses the choice of this label among the last answers. */
  tap(label: string): Reply[] {
    const choice = choicesOf(this.last?.replies ?? []).find((one) => one.label === label);
    if (choice === undefined || choice.does !== 'answer') {
      throw new Error(
        `no choice «${label}» among ${choicesOf(this.last?.replies ?? []).map((one) => one.label)}`,
      );
    }
    return this.send({ type: 'button', data: choice.button });
  }

  get at(): string {
    return this.session.state.at;
  }
}

export const choicesOf = (replies: Reply[]): Choice[] =>
  replies.flatMap((reply) => [...reply.choices, ...reply.asides]);

/** All words of some replies in one string, for looking things up in. */
export const wordsOf = (replies: Reply[]): string =>
  replies
    .map((reply) =>
      reply.reply === 'text'
        ? reply.text
        : [reply.title, ...reply.rows.map((row) => `${row.label} ${row.value}`), reply.text].join('\n'),
    )
    .join('\n');
