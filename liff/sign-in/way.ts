import { SignInWay } from '../../domain/published/staff.ts';

/** How one signs in here, as the page was told by the server. */
export function wayOf(): SignInWay {
  const { by, liff, login } = document.querySelector<HTMLScriptElement>('script[data-by]')?.dataset ?? {};
  const way = SignInWay.safeParse({ by, liffId: liff, loginUrl: login });
  return way.success ? way.data : { by: 'nothing' };
}
