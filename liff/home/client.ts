import { BACK_TO_CHAT } from '../../domain/catalogue/home.ts';

/** Inside LINE alone, and after the page can be read: LIFF starts, and a link leads back to the chat. */
async function backToChat(liffId: string): Promise<void> {
  const [{ default: liff }, { default: CloseWindow }] = await Promise.all([
    import('@line/liff/core'),
    import('@line/liff/close-window'),
  ]);
  liff.use(new CloseWindow());
  await liff.init({ liffId });
  const back = document.createElement('button');
  back.type = 'button';
  back.textContent = BACK_TO_CHAT;
  back.addEventListener('click', () => liff.closeWindow());
  document.querySelector('header')?.append(back);
}

const liffId = document.querySelector<HTMLScriptElement>('script[data-liff]')?.dataset.liff;
if (liffId !== undefined && / Line\//.test(navigator.userAgent)) {
  const start = (): void => void backToChat(liffId).catch(() => undefined);
  if (document.readyState === 'complete') start();
  else addEventListener('load', start, { once: true });
}
