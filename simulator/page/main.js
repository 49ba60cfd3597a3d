// @ts-check
import * as control from './control.js';
import { element } from './dom.js';
import { createDrawer } from './drawer.js';
import { icon } from './icons.js';
import { openAddGroup, openAddPerson } from './people.js';
import { createPhone } from './phone.js';
import { createToast } from './toast.js';

/** @type {import('./contract.ts').State | undefined} */
let state;

const toast = createToast();
const drawer = createDrawer(toast.show);
const tabs = /** @type {const} */ (['resident', 'officer']).map((role, index) => {
  const title = role === 'resident' ? 'ชาวบ้าน' : 'เจ้าหน้าที่';
  const dot = element('span', { class: 'dot', role: 'img', 'aria-label': 'มีข้อความใหม่' });
  dot.hidden = true;
  const tab = element(
    'button',
    {
      type: 'button',
      class: 'tab',
      'aria-pressed': String(index === 0),
      'data-testid': `tab-${role}`,
      onclick: () => showTab(role),
    },
    title,
    dot,
  );
  const phone = createPhone({
    role,
    title,
    onUnread: () => {
      dot.hidden = document.body.dataset.tab === role;
    },
  });
  return { role, tab, dot, phone };
});
const phones = tabs.map((one) => one.phone);

/** @param {'resident' | 'officer'} role the phone shown where there is room for one only */
function showTab(role) {
  document.body.dataset.tab = role;
  for (const one of tabs) {
    one.tab.setAttribute('aria-pressed', String(one.role === role));
    if (one.role === role) one.dot.hidden = true;
  }
}

/** @param {string} label @param {Parameters<typeof icon>[0]} name @param {string} testId @param {() => void} press */
const barButton = (label, name, testId, press) =>
  element(
    'button',
    { type: 'button', class: 'bar-button', 'data-testid': testId, onclick: press },
    icon(name),
    element('span', {}, label),
  );

const connection = element('p', { class: 'connection', role: 'status' });
document.body.append(
  element(
    'header',
    { class: 'bar' },
    element('h1', {}, 'เครื่องจำลองแชต'),
    element(
      'div',
      { class: 'tabs', role: 'group', 'aria-label': 'เลือกโทรศัพท์' },
      ...tabs.map((one) => one.tab),
    ),
    element(
      'div',
      { class: 'bar-buttons' },
      barButton('เพิ่มคน', 'people', 'add-person', () =>
        openAddPerson((person) => {
          const phone = phones.find((one) => one.role === person.role) ?? phones[0];
          refreshState().then(() => phone?.choose(person.userId));
        }),
      ),
      barButton('เพิ่มกลุ่ม', 'group', 'add-group', () => state && openAddGroup(state, () => refreshState())),
      drawer.button,
    ),
  ),
  connection,
  element('main', {}, element('div', { class: 'phones' }, ...phones.map((phone) => phone.node)), drawer.node),
  toast.node,
);
showTab('resident');

let stale = false;
/** @type {Promise<void> | undefined} */
let reading;

async function readState() {
  while (stale) {
    stale = false;
    try {
      state = await control.getState();
      for (const phone of phones) phone.update(state);
      drawer.update(state);
    } catch (error) {
      toast.show(error instanceof control.ControlError ? error.message : 'แสดงสถานะไม่สำเร็จ');
    }
  }
  reading = undefined;
}

/** Reads the state again and shows it; calls that come meanwhile share one more reading. */
function refreshState() {
  stale = true;
  reading ??= readState();
  return reading;
}

/** Chats after the state, since what the state says may close them. */
async function refreshAll() {
  await refreshState();
  for (const phone of phones) phone.refresh();
}

control.watch(
  (change) => {
    if (change.chatId === undefined) return refreshAll();
    refreshState();
    for (const phone of phones) phone.refresh(change.chatId);
  },
  (connected) => {
    connection.textContent = connected ? '' : 'ขาดการติดต่อกับเครื่องจำลอง กำลังลองใหม่…';
    if (connected) refreshAll();
  },
);
