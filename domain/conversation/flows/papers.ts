import { asksForPaper } from '../../words/paper-request.ts';
import type { PaperFound } from '../facts.ts';
import { type Chat, type Move, standing } from '../handler.ts';
import { type Choice, type Reply, text } from '../reply.ts';
import type { Turn } from '../turn.ts';

/** An address in a button has at most 1000 letters, and a Thai one takes nine of them. */
const WORDS_IN_ADDRESS = 80;

const listAddress = ({ publicUrl }: Turn, words?: string): string =>
  words === undefined
    ? `${publicUrl}/papers`
    : `${publicUrl}/papers?q=${encodeURIComponent(words.slice(0, WORDS_IN_ADDRESS))}`;

function foundReply({ best, all }: { best: PaperFound[]; all: number }, words: string, turn: Turn): Reply {
  const { papers: say } = turn.say;
  const lines = best.map(({ title, kind, fiscalYear }, nth) => say.line(nth + 1, title, kind, fiscalYear));
  const opened = best.map(
    ({ id }, nth): Choice => ({
      does: 'open',
      label: best.length === 1 ? say.openOnly : say.open(nth + 1),
      uri: `${turn.publicUrl}/papers/${id}`,
    }),
  );
  const more: Choice[] =
    all > best.length ? [{ does: 'open', label: say.all, uri: listAddress(turn, words) }] : [];
  const said = [say.found(all, best.length), ...lines, say.notThese].join('\n\n');
  return text(said, [...opened, ...more, standing(say.ask, 'menu', 'question')]);
}

/**
 * What somebody is told who asked for a paper: the best that fit. `first` where nothing fits: said before their words
 * are taken as anything else is. Undefined for words that ask for no paper, and where something else is under way.
 */
export function papersAsked(words: string, chat: Chat): Move | { first: Reply } | undefined {
  const { session, turn } = chat;
  if (session.state.at !== 'idle' || !asksForPaper(words)) return undefined;
  const { papers } = turn.facts;
  if (papers === undefined) return { wanted: { want: 'papers', words } };
  if (papers.best.length > 0) {
    return { to: session.state, first: [foundReply(papers, words, turn)], ask: false };
  }
  const { nothing, every } = turn.say.papers;
  return { first: text(nothing, [{ does: 'open', label: every, uri: listAddress(turn) }]) };
}
