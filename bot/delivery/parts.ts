import type { messagingApi } from '@line/bot-sdk';
import type { Agency } from '../../domain/agency/agency.ts';
import type { ChatEvent, Input } from '../../domain/conversation/event.ts';
import type { GroupDecision, GroupEvent } from '../../domain/conversation/group.ts';
import type { Reply } from '../../domain/conversation/reply.ts';
import type { Session } from '../../domain/conversation/session.ts';
import type { Decision, Turn } from '../../domain/conversation/turn.ts';
import type { CurrentAgency } from '../agency/load.ts';
import type { LineApi } from '../line/api.ts';
import type { Log } from '../log/log.ts';
import type { Ground } from '../records/ground.ts';
import type { MediaSource } from './fetch-media.ts';

/** The pure conversation. */
export interface Conversation {
  step(session: Session, event: ChatEvent, turn: Turn): Decision;
  /** Whether a step wants the octets behind this input in this state. */
  wantsMedia(session: Session, input: Input): boolean;
  /** What an event that was seen before is answered; only its replies count. */
  again(session: Session, event: ChatEvent, turn: Turn): Decision;
  stepGroup(event: GroupEvent, turn: Pick<Turn, 'agency' | 'say' | 'facts'>): GroupDecision;
}

/** Everything that delivering events of one agency depends on. */
export interface Parts {
  ground: Ground;
  /** The agency's profile as it now is, from memory. */
  current(): CurrentAgency;
  conversation: Conversation;
  line: Pick<LineApi, 'reply' | 'push'>;
  media: MediaSource;
  render(replies: Reply[], agency: Agency): messagingApi.Message[];
  /** Milliseconds since the epoch. */
  clock(): number;
  publicUrl: string;
  /** Told after each commit that put something into the outbox. */
  kick(): void;
  /** Told after a commit that changed the agency's staff or its groups for alerts. */
  reload(): void;
  log: Log;
}
