import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '../icon.tsx';

/** What a list says where nothing is in it, and what can be done instead. */
export function Empty({ icon = 'inbox', children }: { icon?: IconName; children: ComponentChildren }) {
  return (
    <div class="empty">
      <Icon name={icon} />
      <div>{children}</div>
    </div>
  );
}
