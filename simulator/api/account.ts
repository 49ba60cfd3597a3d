import { z } from 'zod';
import type { Doings } from '../doings.ts';
import { problem, type Rule, record, text } from '../line-rules/rules.ts';
import type { Platform } from '../platform.ts';
import { type Handler, NOT_FOUND, ok, readJson, refuse } from './answers.ts';

/** @see https://developers.line.biz/en/reference/messaging-api/#set-webhook-endpoint-url */
const ENDPOINT_MAX = 500;
const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** LINE takes HTTPS only; the simulator also takes HTTP on this machine, where the bot under trial is. */
const endpoint: Rule = (value, property) => {
  const found = text({ max: ENDPOINT_MAX })(value, property);
  if (found.length > 0 || typeof value !== 'string') return found;
  const url = URL.canParse(value) ? new URL(value) : null;
  const allowed = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.has(url.hostname));
  return allowed ? [] : problem(property, 'Invalid webhook endpoint URL');
};
const setRule = record({ required: { endpoint } });
const endpointSchema = z.object({ endpoint: z.string() });

/** Who the bot is, what it may still send, whom it knows. */
export function accountHandlers(platform: Platform, doings: Doings) {
  const { channel } = platform;
  const insideGroup = (groupId: string | undefined) => {
    const group = platform.groups.get(groupId ?? '');
    return group?.botInside ? group : undefined;
  };

  return {
    info: () =>
      ok({
        userId: channel.botUserId,
        basicId: '@prongsai',
        displayName: channel.name,
        chatMode: channel.chatMode,
        markAsReadMode: channel.chatMode === 'bot' ? 'auto' : 'manual',
      }),
    quota: () =>
      ok(channel.quotaLimit === null ? { type: 'none' } : { type: 'limited', value: channel.quotaLimit }),
    /** Counted at once, where LINE counts a day after it has ended. */
    followers: () => {
      const people = [...platform.people.values()];
      const blocks = people.filter(({ blocked }) => blocked).length;
      return ok({ status: 'ready', followers: people.length, targetedReaches: 0, blocks });
    },
    consumption: () => ok({ totalUsage: channel.quotaUsed }),

    profile: ({ params }) => {
      const person = platform.people.get(params.userId ?? '');
      if (person === undefined || person.blocked) return NOT_FOUND;
      return ok({ userId: person.userId, displayName: person.name, language: 'th' });
    },

    groupSummary: ({ params }) => {
      const group = insideGroup(params.groupId);
      return group === undefined ? NOT_FOUND : ok({ groupId: group.groupId, groupName: group.name });
    },
    groupCount: ({ params }) => {
      const group = insideGroup(params.groupId);
      return group === undefined ? NOT_FOUND : ok({ count: group.members.size });
    },
    leaveGroup: ({ params }) => {
      const group = insideGroup(params.groupId);
      if (group === undefined) return NOT_FOUND;
      doings.removeBot(group.groupId);
      return ok();
    },

    getEndpoint: () => (channel.webhook.endpoint === '' ? NOT_FOUND : ok(channel.webhook)),
    setEndpoint: (call) => {
      const read = readJson(call, setRule);
      if ('refused' in read) return read.refused;
      channel.webhook.endpoint = endpointSchema.parse(read.value).endpoint;
      platform.changes.touch();
      return ok();
    },
  } satisfies Record<string, Handler>;
}

const testRule = record({ optional: { endpoint } });
const testSchema = z.object({ endpoint: z.string().optional() });

/** The address to try out: the one given, or the one that is set. */
export function testedEndpoint(
  platform: Platform,
): (call: Parameters<Handler>[0]) => string | ReturnType<Handler> {
  return (call) => {
    if (call.octets.length === 0) return platform.channel.webhook.endpoint;
    const read = readJson(call, testRule);
    if ('refused' in read) return read.refused;
    const given = testSchema.parse(read.value).endpoint ?? platform.channel.webhook.endpoint;
    return given === '' ? refuse(404, 'Webhook endpoint not found') : given;
  };
}
