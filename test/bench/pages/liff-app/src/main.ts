import './style.css';
import liff from '@line/liff';
import { show } from './show.ts';

const app = document.querySelector<HTMLDivElement>('#app');

async function start(): Promise<void> {
  const response = await fetch('/api/public');
  const data: unknown = await response.json();
  if (app !== null) app.innerHTML = show(data);
}

liff.init({ liffId: import.meta.env.VITE_LIFF_ID }).catch(() => undefined);
start().catch((error: Error) => {
  if (app !== null) app.textContent = error.message;
});
