import type { LineApi } from '../line/api.ts';
import type { ChatMode } from '../records/ground.ts';

/** How long an answer of LINE's counts as fresh. */
const FRESH_MILLISECONDS = 30_000;
/** Longer than this nobody waits for it: then it is not known. */
const PATIENCE_MILLISECONDS = 1500;

/** The account's chat mode as LINE tells it, asked at most every half minute; what cannot be learnt is `unknown`. */
export function createChatMode(ask: LineApi['info'], clock: () => number): () => Promise<ChatMode> {
  let known: { mode: ChatMode; until: number } | undefined;
  return async () => {
    const now = clock();
    if (known !== undefined && known.until > now) return known.mode;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<ChatMode>((resolve) => {
      timer = setTimeout(() => resolve('unknown'), PATIENCE_MILLISECONDS);
    });
    const asked = ask().then(
      (info): ChatMode => info?.chatMode ?? 'unknown',
      (): ChatMode => 'unknown',
    );
    const mode = await Promise.race([asked, late]);
    clearTimeout(timer);
    if (mode !== 'unknown') known = { mode, until: now + FRESH_MILLISECONDS };
    return mode;
  };
}
