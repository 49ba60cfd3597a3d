import { Approving, Changing, GivingBack, PublicActs } from '../approval/acts.tsx';
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
