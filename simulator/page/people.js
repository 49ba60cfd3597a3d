// @ts-check
import * as control from './control.js';
import { element } from './dom.js';

/** @typedef {import('./contract.ts').State} State */

/**
 * A dialog with one form, shown over the page.
 *
 * @param {string} title @param {string} submitLabel @param {Node[]} fields
 * @param {(data: FormData) => Promise<void>} submit
 */
function openForm(title, submitLabel, fields, submit) {
  const problem = element('p', { class: 'problem', role: 'alert' });
  const dialog = element('dialog', { class: 'dialog', 'aria-label': title, onclose: () => dialog.remove() });
  const form = element(
    'form',
    {
      onsubmit: async (event) => {
        event.preventDefault();
        try {
          await submit(new FormData(form));
          dialog.close();
        } catch (error) {
          problem.textContent = error instanceof control.ControlError ? error.message : 'ทำรายการนี้ไม่สำเร็จ';
        }
      },
    },
    element('h2', {}, title),
    ...fields,
    problem,
    element(
      'div',
      { class: 'dialog-buttons' },
      element('button', { type: 'button', class: 'plain', onclick: () => dialog.close() }, 'ปิด'),
      element('button', { type: 'submit', class: 'solid' }, submitLabel),
    ),
  );
  dialog.append(form);
  document.body.append(dialog);
  dialog.showModal();
}

/** @param {string} label @param {string} value @param {string} [placeholder] */
const nameField = (label, value, placeholder) =>
  element(
    'label',
    { class: 'field' },
    label,
    element('input', {
      name: 'name',
      required: true,
      maxlength: 60,
      autocomplete: 'off',
      value,
      placeholder,
    }),
  );

/** @param {(person: import('./contract.ts').Person) => void} onAdded */
export function openAddPerson(onAdded) {
  const roles = /** @type {const} */ ([
    ['resident', 'ชาวบ้าน'],
    ['officer', 'เจ้าหน้าที่'],
    ['other', 'คนอื่น'],
  ]);
  const choices = roles.map(([value, label]) =>
    element(
      'label',
      { class: 'choice' },
      element('input', { type: 'radio', name: 'role', value, checked: value === 'resident' }),
      label,
    ),
  );
  openForm(
    'เพิ่มคน',
    'เพิ่ม',
    [
      nameField('ชื่อ', '', 'เช่น ยายบุญมา'),
      element('fieldset', { class: 'choices' }, element('legend', {}, 'เป็นใคร'), ...choices),
    ],
    async (data) => {
      const chosen = roles.find(([value]) => value === data.get('role'))?.[0] ?? 'resident';
      onAdded(await control.addPerson(String(data.get('name')).trim(), chosen));
    },
  );
}

/** @param {State} state @param {(group: import('./contract.ts').Group) => void} onAdded */
export function openAddGroup(state, onAdded) {
  const choices = state.people.map((person) =>
    element(
      'label',
      { class: 'choice' },
      element('input', {
        type: 'checkbox',
        name: 'member',
        value: person.userId,
        checked: person.role === 'officer',
      }),
      person.name,
    ),
  );
  openForm(
    'เพิ่มกลุ่ม',
    'สร้างกลุ่มและเชิญบัญชี',
    [
      nameField('ชื่อกลุ่ม', '', 'เช่น กองช่าง'),
      element('fieldset', { class: 'choices' }, element('legend', {}, 'สมาชิก'), ...choices),
    ],
    async (data) => {
      const members = data.getAll('member').map(String);
      if (members.length === 0) throw new control.ControlError('เลือกสมาชิกอย่างน้อยหนึ่งคน');
      onAdded(await control.addGroup(String(data.get('name')).trim(), members));
    },
  );
}
