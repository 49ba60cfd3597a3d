import type { Clash } from './acting.ts';
import type { CaseParts } from './case-parts.ts';
import { EventLine } from './story.tsx';

/** Says why something was not done, and what others did meanwhile; what was typed stands below it untouched. */
export function ClashWords({ clash, say }: { clash: Clash | undefined } & Pick<CaseParts, 'say'>) {
  return (
    <div role="alert">
      {clash !== undefined && (
        <div class="problem">
          <p>{clash.words}</p>
          {clash.since.length > 0 && (
            <>
              <h3>{say.clash.since}</h3>
              {clash.since.map((event, index) => (
                <EventLine key={index} event={event} say={say} />
              ))}
            </>
          )}
        </div>
      )}
    </div>
  );
}
