import { papersWords } from '../../../domain/catalogue/console-papers.ts';
import { PaperAnswer } from '../../../domain/staff/papers.ts';
import { Approving, Changing, GivingBack, PublicActs } from '../approval/acts.tsx';
import { type Shown, useApprovable } from '../approval/use-approvable.ts';
import { type Toast, useConsole } from '../console.ts';
import { Button } from '../parts/button.tsx';
import { Problem } from '../parts/problems.tsx';

type Acting = Shown<PaperAnswer>;

/** What can be done with a paper; what was done can be taken back. */
function useActing(shown: Acting) {
  const { answer } = shown;
  const say = papersWords(useConsole().spoken);
  const { send, tried, act, problem, setProblem } = useApprovable(shown, {
    at: `/papers/${answer.id}`,
    schema: PaperAnswer,
    words: { too_many: say.full },
  });
  const told =
    (words: string) =>
    ({ edition, undo }: PaperAnswer): Toast => ({
      words,
      ...(undo === undefined
        ? {}
        : { undo: () => void send(edition, '/undo', {}, told(say.undoDone)).then(setProblem) }),
    });
  return {
    room: 'papers' as const,
    answer,
    say,
    problem,
    setProblem,
    tried: (path: string, body: object, done: string) => tried(path, body, told(done)),
    act: (path: string, body: object, done: string) => act(path, body, told(done)),
  };
}

/** What can be done with a version that waits, by whoever looks at it. */
export function Deciding(shown: Acting) {
  const { problem, ...acts } = useActing(shown);
  if (shown.answer.draft === undefined) return null;
  return (
    <div class="deciding-paper">
      <Problem words={problem} />
      <Approving {...acts} />
      <Changing {...acts} />
      <GivingBack {...acts} />
    </div>
  );
}

/** What can be done with what is public. */
export function Public(shown: Acting) {
  const { problem: _, ...acts } = useActing(shown);
  return <PublicActs {...acts} note={acts.say.printed} />;
}

/** Takes back what the person did last. */
export function Undo(shown: Acting) {
  const { act, problem, say } = useActing(shown);
  const { undo } = shown.answer;
  if (undo === undefined) return <Problem words={problem} />;
  return (
    <>
      <Problem words={problem} />
      <p>
        <Button kind="second" press={() => act('/undo', {}, say.undoDone)}>
          {say.undone[undo]}
        </Button>
      </p>
    </>
  );
}
