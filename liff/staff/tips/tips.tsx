import { thaiDate } from '../../../domain/calendar/thai-date.ts';
import { TipList } from '../../../sealing/tips-contract.ts';
import { useConsole } from '../console.ts';
import { Icon } from '../icon.tsx';
import { LockBar, Unlocked } from '../keys/unlock.tsx';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { Loaded, useLoad } from '../parts/loaded.tsx';
import { Pager, usePaging } from '../parts/pager.tsx';
import { ViewTitle } from '../parts/view-title.tsx';
import { useTipsWords } from '../vault/use-vault.ts';

/** The tips that one's key opens, newest first. */
export function Tips() {
  const say = useTipsWords();
  return (
    <div class="tips">
      <ViewTitle>{say.list.title}</ViewTitle>
      <p class="quiet">{say.list.about}</p>
      <LockBar />
      <Unlocked>
        <List />
      </Unlocked>
    </div>
  );
}

function List() {
  const { api } = useConsole();
  const say = useTipsWords();
  const paging = usePaging();
  const { cursor } = paging;
  const load = useLoad(`tips ${cursor ?? ''}`, () => api.get('/tips', TipList, { cursor }));
  return (
    <>
      <p class="actions">
        <a class="way" href="#/enter-tip">
          {say.list.enter}
        </a>
        <Button kind="second" press={load.again}>
          {say.list.latest}
        </Button>
      </p>
      <Loaded load={load}>
        {({ tips, next }) => (
          <>
            {tips.length === 0 && (
              <Empty icon="lock">
                <p>{say.list.empty}</p>
              </Empty>
            )}
            {tips.length > 0 && (
              <ul class="rows">
                {tips.map(({ id, name, status, received }) => (
                  <li key={id}>
                    <a href={`#/tip/${id}`}>
                      <Icon name="lock" />
                      <span class="tip-row">
                        <strong>{name}</strong>
                        <span class="quiet">{say.list.received(thaiDate(received, 'medium'))}</span>
                      </span>
                      <span class={status === 'new' ? 'tag late' : 'tag'}>{say.status[status]}</span>
                    </a>
                  </li>
                ))}
              </ul>
            )}
            <Pager paging={paging} next={next} />
          </>
        )}
      </Loaded>
    </>
  );
}
