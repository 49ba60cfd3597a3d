import type { Platform } from '../platform.ts';
import { type Handler, NOT_FOUND, ok, refuse } from './answers.ts';

/**
 * What users sent, by message id.
 * @see https://developers.line.biz/en/reference/messaging-api/#get-content
 */
export function contentHandlers(platform: Platform) {
  const find = (messageId: string | undefined) => {
    const content = platform.contents.get(messageId ?? '');
    return content === undefined ? null : { content, ready: content.readyAt <= platform.now() };
  };

  return {
    content: ({ params }) => {
      const found = find(params.messageId);
      if (found === null) return NOT_FOUND;
      if (!found.ready) return { status: 202, body: {} };
      return { status: 200, octets: found.content.octets, contentType: found.content.contentType };
    },
    /** The picture itself: nothing here makes it smaller. */
    preview: ({ params }) => {
      const found = find(params.messageId);
      if (found === null || found.content.kind !== 'image') return NOT_FOUND;
      return { status: 200, octets: found.content.octets, contentType: found.content.contentType };
    },
    transcoding: ({ params }) => {
      const found = find(params.messageId);
      if (found === null) return NOT_FOUND;
      const { kind } = found.content;
      if (kind !== 'audio' && kind !== 'video') return refuse(400, 'Only audio and video are prepared');
      return ok({ status: found.ready ? 'succeeded' : 'processing' });
    },
  } satisfies Record<string, Handler>;
}
