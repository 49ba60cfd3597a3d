import type { ComponentChildren } from 'preact';
import type { Voice } from '../../domain/agency/agency.ts';
import type { FormWords } from '../../domain/catalogue/form.ts';
import type { PageAgency } from '../../domain/published/frame.ts';

/** Numbers of other bodies that take reports of corruption. */
export function OutsideCalls({
  outside,
  call,
}: {
  outside: readonly { label: string; phone: string }[];
  call: FormWords['call'];
}) {
  return (
    <p class="ways">
      {outside.map(({ label, phone }) => (
        <a key={phone} href={`tel:${phone}`}>
          {call(label, phone)}
        </a>
      ))}
    </p>
  );
}

export const tipOutside = (agency: PageAgency) =>
  agency.outside.flatMap(({ label, phone, for: takes }) =>
    takes.includes('tip') && phone !== undefined ? [{ label, phone }] : [],
  );

/**
 * What stands on the page before its script has come, and where that takes over. Where none comes, whatever the
 * cause, `without` appears after a while.
 */
export function Shell({
  voice,
  without,
  children,
}: {
  voice: Voice;
  without: string;
  children: ComponentChildren;
}) {
  return (
    <div id="app" data-you={voice.you} data-particle={voice.particle}>
      {children}
      <p class="problem late">{without}</p>
    </div>
  );
}
