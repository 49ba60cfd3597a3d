// @ts-check
import * as control from './control.js';
import { element } from './dom.js';
import { icon } from './icons.js';

/** @typedef {import('./contract.ts').State} State */

const TIME = new Intl.DateTimeFormat('th-TH', { timeStyle: 'medium', timeZone: 'Asia/Bangkok' });
const CALL_WORDS = { 0: 'ไม่ได้คำตอบ' };

/** @type {[keyof State['faults']['webhooks'], string][]} */
const WEBHOOK_FAULTS = [
  ['drop', 'ทำหาย'],
  ['duplicate', 'ส่งซ้ำ'],
  ['reorder', 'สลับลำดับ'],
  ['delayMs', 'ส่งช้า'],
];

/** @type {[keyof State['faults']['calls'], string][]} */
const CALL_FAULTS = [
  ['status429', 'ตอบ 429 (ส่งถี่เกินไป)'],
  ['status500', 'ตอบ 500 (LINE ขัดข้อง)'],
  ['timeout', 'ไม่ตอบจนหมดเวลา'],
  ['reset', 'ตัดการเชื่อมต่อ'],
];

const DELAY_STEP_MILLISECONDS = 100;

/** @param {State['faults']['calls']['reset']} fault */
const share = (fault) =>
  typeof fault === 'number' ? fault : fault.count === 0 ? 0 : (fault.probability ?? 1);

/**
 * The panel of test switches: faults between the platform and the bot, the account's settings, the bot's calls.
 *
 * @param {(words: string) => void} say
 */
export function createDrawer(say) {
  /** @param {Promise<unknown>} work */
  const attempt = (work) => {
    work.catch((error) => say(error instanceof control.ControlError ? error.message : 'ทำรายการนี้ไม่สำเร็จ'));
  };

  /** @type {((state: State) => void)[]} */
  const showers = [];

  /**
   * @param {string} group @param {string} name @param {string} label
   * @param {number} max @param {number} step
   * @param {(value: number) => string} words
   * @param {(state: State) => number} read
   * @param {(value: number) => import('./contract.ts').FaultsChange} change
   */
  function slider(group, name, label, max, step, words, read, change) {
    const output = element('output', {}, 'ปิด');
    const input = element('input', {
      type: 'range',
      min: 0,
      max,
      step,
      'aria-label': label,
      'data-testid': `fault-${group}-${name}`,
      oninput: () => speak(),
      onchange: () => attempt(control.putFaults(change(Number(input.value)))),
    });
    function speak() {
      const value = Number(input.value);
      const said = value === 0 ? 'ปิด' : words(value);
      output.textContent = said;
      output.classList.toggle('on', value > 0);
      input.setAttribute('aria-valuetext', said);
    }
    showers.push((state) => {
      if (document.activeElement === input && input.matches(':active')) return;
      input.value = String(read(state));
      speak();
    });
    return element('div', { class: 'fault' }, element('span', {}, label), output, input);
  }

  const webhookSliders = WEBHOOK_FAULTS.map(([name, label]) =>
    name === 'delayMs'
      ? slider(
          'webhooks',
          name,
          label,
          10_000,
          DELAY_STEP_MILLISECONDS,
          (value) => `${value / 1000} วินาที`,
          (state) => state.faults.webhooks.delayMs,
          (value) => ({ webhooks: { delayMs: value } }),
        )
      : slider(
          'webhooks',
          name,
          label,
          100,
          5,
          (value) => `${value}%`,
          (state) => share(state.faults.webhooks[name]) * 100,
          (value) => ({ webhooks: { [name]: value / 100 } }),
        ),
  );
  const callSliders = CALL_FAULTS.map(([name, label]) =>
    slider(
      'calls',
      name,
      label,
      100,
      5,
      (value) => `${value}%`,
      (state) => share(state.faults.calls[name]) * 100,
      (value) => ({ calls: { [name]: value / 100 } }),
    ),
  );

  /** @param {string} label @param {string} testId @param {(state: State) => boolean} read @param {(on: boolean) => Promise<unknown>} write */
  function toggle(label, testId, read, write) {
    const input = element('input', {
      type: 'checkbox',
      role: 'switch',
      'data-testid': testId,
      onchange: () => attempt(write(input.checked)),
    });
    showers.push((state) => {
      input.checked = read(state);
    });
    return element('label', { class: 'toggle' }, element('span', {}, label), input);
  }

  const quota = element('p', { class: 'quota' });
  const log = element('tbody', { 'data-testid': 'call-log' });
  showers.push((state) => {
    const { limit, used } = state.channel.quota;
    quota.textContent = `ข้อความแบบพุชเดือนนี้ ${used} จาก ${limit ?? 'ไม่จำกัด'}`;
    log.replaceChildren(
      ...state.log
        .toReversed()
        .map((call) =>
          element(
            'tr',
            {},
            element('td', {}, TIME.format(new Date(call.time))),
            element('td', { class: 'path' }, `${call.method} ${call.path}`),
            element(
              'td',
              { class: call.status >= 200 && call.status < 300 ? 'good' : 'bad' },
              CALL_WORDS[/** @type {0} */ (call.status)] ?? String(call.status),
            ),
          ),
        ),
    );
  });

  const quiet = () =>
    attempt(
      control.putFaults({
        webhooks: { drop: 0, duplicate: 0, reorder: 0, delayMs: 0 },
        calls: { status429: 0, status500: 0, timeout: 0, reset: 0 },
      }),
    );
  const resetButton = element(
    'button',
    {
      type: 'button',
      class: 'plain danger',
      onclick: () => {
        if (window.confirm('ลบแชตและคนทั้งหมดในเครื่องจำลอง แล้วเริ่มใหม่?')) attempt(control.reset());
      },
    },
    'ล้างเครื่องจำลอง',
  );

  const closeButton = element(
    'button',
    { type: 'button', class: 'round', 'aria-label': 'ปิดสวิตช์ทดสอบ', onclick: () => setOpen(false) },
    icon('close'),
  );
  const node = element(
    'aside',
    {
      class: 'drawer',
      id: 'drawer',
      'aria-label': 'สวิตช์ทดสอบ',
      'data-testid': 'drawer',
      onkeydown: (event) => event.key === 'Escape' && setOpen(false),
    },
    element('div', { class: 'drawer-title' }, element('h2', {}, 'สวิตช์ทดสอบ'), closeButton),
    element('section', {}, element('h3', {}, 'ข้อความจาก LINE ถึงบอต'), ...webhookSliders),
    element('section', {}, element('h3', {}, 'คำสั่งจากบอตถึง LINE'), ...callSliders),
    element(
      'button',
      { type: 'button', class: 'plain', 'data-testid': 'faults-off', onclick: quiet },
      'ปิดความผิดพลาดทั้งหมด',
    ),
    element(
      'section',
      {},
      element('h3', {}, 'บัญชี'),
      toggle(
        'เปิดแชตให้แอดมินอ่าน',
        'chat-mode',
        (state) => state.channel.chatMode === 'chat',
        (on) => control.putChannel({ chatMode: on ? 'chat' : 'bot' }),
      ),
      toggle(
        'ส่งซ้ำเมื่อบอตไม่ตอบ',
        'redelivery',
        (state) => state.channel.redelivery,
        (on) => control.putChannel({ redelivery: on }),
      ),
      quota,
      resetButton,
    ),
    element(
      'section',
      {},
      element('h3', {}, 'คำสั่งล่าสุดของบอต'),
      element(
        'div',
        { class: 'log', tabindex: 0, role: 'group', 'aria-label': 'คำสั่งล่าสุดของบอต' },
        element('table', {}, log),
      ),
    ),
  );
  node.hidden = true;

  const button = element(
    'button',
    {
      type: 'button',
      class: 'bar-button',
      'aria-expanded': 'false',
      'aria-controls': 'drawer',
      'data-testid': 'open-drawer',
      onclick: () => setOpen(node.hidden === true),
    },
    icon('switches'),
    element('span', {}, 'สวิตช์ทดสอบ'),
  );

  /** @param {boolean} open */
  function setOpen(open) {
    node.hidden = !open;
    document.body.classList.toggle('drawer-open', open);
    button.setAttribute('aria-expanded', String(open));
    (open ? closeButton : button).focus();
  }

  /** @param {State} state */
  const update = (state) => {
    for (const shower of showers) shower(state);
  };

  return { node, button, update };
}
