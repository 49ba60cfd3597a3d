import { thaiTime } from '../../calendar/thai-date.ts';
import { isGreeting, isThanks } from '../../words/intents.ts';
import { startDraft } from '../draft.ts';
import { freshTag } from '../fresh.ts';
import { type Chat, type Handler, type Move, standing, stay } from '../handler.ts';
import { type Choice, type Reply, text } from '../reply.ts';
import type { Session, State } from '../session.ts';
import type { Turn } from '../turn.ts';
import type { Write } from '../write.ts';
import { announcementsAsked } from './announcements.ts';
import { beginAsk } from './ask.ts';
import { beginComplaint } from './complaint.ts';
import { aboutCase } from './follow.ts';
import { openDraft } from './sorting.ts';
import { beginService, beginSurvey } from './survey.ts';
import { beginTip } from './tip-start.ts';

/** The six areas of the menu, and what is announced, as choices; a draft set aside comes first. */
export function menuChoices(session: Pick<Session, 'aside'>, turn: Turn): Choice[] {
  const { menuLabels, resume, startAnew } = turn.say.engine;
  const aside =
    session.aside === undefined
      ? []
      : [standing(resume, 'menu', 'resume'), standing(startAnew, 'menu', 'anew')];
  return [
    ...aside,
    standing(menuLabels.complaint, 'menu', 'complaint'),
    standing(menuLabels.tip, 'menu', 'tip', true),
    standing(menuLabels.track, 'menu', 'track'),
    standing(menuLabels.question, 'menu', 'question'),
    standing(menuLabels.survey, 'menu', 'survey'),
    standing(menuLabels.contact(turn.agency.shortName), 'menu', 'contact'),
    standing(menuLabels.announcements, 'menu', 'announcements'),
  ];
}

export const menuReply = (session: Pick<Session, 'aside'>, turn: Turn, words?: string): Reply =>
  text(words ?? turn.say.engine.menu, menuChoices(session, turn));

/** Who to call and when the office is open, with the outside bodies. */
export function contactReply(turn: Turn): Reply {
  const { phone, name, shortName, officeHours, outside } = turn.agency;
  const { engine } = turn.say;
  const calls = outside.flatMap((channel): Choice[] =>
    channel.phone === undefined || channel.for.includes('danger')
      ? []
      : [{ does: 'call', label: `${channel.label} ${channel.phone}`, phone: channel.phone }],
  );
  const hours = `${officeHours.from.replace(':', '.')}–${thaiTime(officeHours.to)}`;
  return text(engine.contact(name, phone, hours), [
    { does: 'call', label: engine.call(shortName), phone },
    ...calls.slice(0, 5),
    standing(engine.menuLabels.menu, 'menu', 'menu'),
  ]);
}

function mine(chat: Chat): Move {
  const { turn, session } = chat;
  const views = turn.facts.mine;
  if (views === undefined) return { wanted: { want: 'mine' } };
  const menu = standing(turn.say.engine.menuLabels.menu, 'menu', 'menu');
  if (views.length === 0)
    return { to: session.state, first: [text(turn.say.follow.noMine, [menu])], ask: false };
  const choices = views
    .slice(0, 10)
    .map((view) => standing(turn.say.follow.see(view.case.number), 'mine', `show.${view.id}`));
  const lines = views
    .slice(0, 10)
    .map(
      (view) => `${view.case.number} ${aboutCase(view, turn)}\n${turn.say.follow.status[view.case.status]}`,
    );
  return {
    to: session.state,
    first: [text(`${turn.say.follow.mine}\n\n${lines.join('\n\n')}`, [...choices, menu])],
    ask: false,
  };
}

/** What a new flow starts from where a draft was set aside: a choice between the two. */
function asideFirst(chat: Chat): Move | undefined {
  const { session, turn } = chat;
  if (session.aside === undefined) return undefined;
  const { resume, startAnew, asideFirst: words } = turn.say.engine;
  return {
    to: { at: 'idle' },
    first: [text(words, [standing(resume, 'menu', 'resume'), standing(startAnew, 'menu', 'anew')])],
  };
}

function resume(chat: Chat): Move {
  const { aside } = chat.session;
  return aside === undefined
    ? { to: { at: 'idle' }, first: [menuReply({}, chat.turn)] }
    : { to: aside, aside: 'none' };
}

/**
 * Does what the menu offers. `undo` gives up the draft that was set aside.
 * The chat's state is idle, or one that the menu does not disturb.
 */
export function pickFromMenu(choice: string, chat: Chat, undo: (state: State) => Write[]): Move {
  const { turn, session } = chat;
  switch (choice) {
    case 'menu':
      return {
        to: { at: 'idle' },
        first: [menuReply(session, turn, session.aside && turn.say.engine.setAside)],
      };
    case 'complaint':
      return asideFirst(chat) ?? beginComplaint(startDraft(turn), [], chat);
    case 'question':
    case 'suggestion':
      return asideFirst(chat) ?? beginAsk(choice, startDraft(turn), [], chat);
    case 'tip':
      return asideFirst(chat) ?? beginTip(undefined, chat);
    case 'survey':
      return asideFirst(chat) ?? beginSurvey(chat);
    case 'track':
      return { to: { at: 'follow.code', tag: freshTag(turn) } };
    case 'mine':
      return mine(chat);
    case 'contact':
      return { to: session.state, first: [contactReply(turn)], ask: false };
    case 'announcements':
      return announcementsAsked(chat);
    case 'lost':
      return { to: { at: 'idle' }, first: [lostReply(turn)] };
    case 'resume':
      return resume(chat);
    case 'anew': {
      const writes = session.aside === undefined ? [] : undo(session.aside);
      return {
        to: { at: 'idle' },
        writes,
        aside: 'none',
        first: [menuReply({}, turn, turn.say.engine.cancelled)],
      };
    }
    default:
      if (choice.startsWith('service.'))
        return asideFirst(chat) ?? beginService(choice.slice('service.'.length), chat);
      return { to: session.state, first: [menuReply(session, turn, turn.say.engine.stale)], ask: false };
  }
}

export function lostReply(turn: Turn): Reply {
  const { labels, lost } = turn.say.follow;
  return text(lost, [
    standing(labels.mine, 'menu', 'mine'),
    standing(labels.anew, 'menu', 'complaint'),
    { does: 'call', label: turn.say.engine.call(turn.agency.shortName), phone: turn.agency.phone },
  ]);
}

export const idle: Handler<'idle'> = {
  ask: (_state, turn) => menuReply({}, turn),
  choose: (state, _choice, chat) =>
    stay(state, menuReply(chat.session, chat.turn, chat.turn.say.engine.stale)),
  sent(state, input, chat) {
    const { turn, session } = chat;
    if (input.type === 'text' && isGreeting(input.text)) {
      return stay(state, menuReply(session, turn, turn.say.engine.greeting));
    }
    if (input.type === 'text' && isThanks(input.text)) return stay(state, text(turn.say.engine.thanks));
    return openDraft(input, chat);
  },
};
