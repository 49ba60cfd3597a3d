import { deciding } from '../../../domain/approval/waiting.ts';
import { Approving, Changing, GivingBack, PublicActs } from '../approval/acts.tsx';
import { hasRole, useConsole } from '../console.ts';
import { Confirm } from '../parts/confirm.tsx';
import { Problem } from '../parts/problems.tsx';
import { type Acting, useActing } from './use-acting.ts';

/** What can be done with a version that waits, by whoever looks at it. */
export function Deciding(shown: Acting) {
  const { problem, ...acts } = useActing(shown);
  return (
    <>
      <Problem words={problem} />
      <Approving {...acts} />
      <GivingBack {...acts} />
      <Changing {...acts} />
    </>
  );
}

/** What can be done with what is public. */
export function Public(shown: Acting) {
  const { problem: _, ...acts } = useActing(shown);
  return <PublicActs {...acts} note={acts.say.withdrawNote} />;
}

/** Taking the newest approval back, as long as it was not sent; it is said what becomes of the page. */
export function Revoking(shown: Acting) {
  const { problem, act, say } = useActing(shown);
  const { me } = useConsole();
  const { revokedTo } = shown.answer;
  const canRevoke = revokedTo !== undefined && hasRole(me, ...deciding.announcements);
  return (
    <div class="revoking">
      <Problem words={problem} />
      {canRevoke && (
        <Confirm
          asks={say.revokeAsks[revokedTo]}
          yes={say.revoke}
          press={() => act('/approval/return', {}, say.revoked)}
        >
          {say.revoke}
        </Confirm>
      )}
    </div>
  );
}
