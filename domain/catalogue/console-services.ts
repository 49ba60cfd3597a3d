import type { Spoken } from './voice.ts';

/** Words of the monthly count of services. */
export const consoleServicesWords = ({ you, end }: Spoken) => ({
  title: 'ยอดบริการรายเดือน',
  about:
    'จำนวนครั้งที่ให้บริการแต่ละเดือน แยกมาติดต่อเองกับออนไลน์ ใช้ทำสถิติการให้บริการ เดือนที่ยังไม่กรอก หน้าเว็บจะเขียนว่ายังไม่ได้กรอก ไม่ใช่ศูนย์',
  yearLabel: 'ปีงบประมาณ',
  year: (year: number) => `ปีงบประมาณ ${year}`,
  noMonth: `ปีนี้ยังไม่มีเดือนที่จบ${end} ยอดบริการกรอกได้เมื่อจบเดือน`,
  complete: 'กรอกครบแล้ว',
  partly: (entered: number, of: number) => `กรอกแล้ว ${entered} จาก ${of} บริการ`,
  none: 'ยังไม่ได้กรอก',
  back: 'ทุกเดือน',
  formTitle: (month: string) => `ยอดบริการ ${month}`,
  hint: `กรอกบริการของกอง${you}ให้ครบทั้งสองช่อง เดือนนั้นไม่มีคนใช้บริการเลย ให้ใส่ 0 บริการที่ยังไม่รู้ยอด เว้นว่างไว้ทั้งสองช่อง`,
  notOver: `เดือนนี้ยังไม่จบ${end} กรอกได้เมื่อจบเดือน`,
  readOnly: 'ดูได้อย่างเดียว เจ้าหน้าที่รับเรื่องเป็นผู้กรอก',
  others: (count: number) => `บริการของกองอื่น (${count})`,
  walkIn: 'มาติดต่อเอง (ครั้ง)',
  online: 'ออนไลน์ (ครั้ง)',
  suggested: {
    cases: 'ตัวเลขตั้งต้น นับจากเรื่องที่รับในระบบ ถ้ามีนอกระบบให้บวกเพิ่ม',
    survey: 'ตัวเลขตั้งต้น นับจากผู้ที่ประเมินบริการนี้ จำนวนจริงมักมากกว่า โปรดแก้ให้ตรง',
  },
  enteredBy: (name: string, day: string) => `กรอกโดย ${name} ${day}`,
  notEntered: 'ยังไม่ได้กรอก',
  former: (count: number) => `แก้มาแล้ว ${count} ครั้ง`,
  was: (walkIn: number, online: number) => `มาติดต่อเอง ${walkIn} ออนไลน์ ${online}`,
  save: 'บันทึกยอด',
  saved: (count: number) => `บันทึกแล้ว ${count} บริการ${end}`,
  nothing: `ยังไม่มีอะไรเปลี่ยน${end}`,
  half: 'กรอกให้ครบทั้งสองช่อง ไม่มีให้ใส่ 0',
  notNumber: 'กรอกเป็นจำนวนเต็ม ตั้งแต่ 0',
  changed: `มีคนกรอกเดือนนี้ไปก่อน${end} ดูยอดล่าสุดใต้แต่ละบริการ แล้วบันทึกอีกครั้งถ้ายังต้องการ`,
});

export type ConsoleServicesWords = ReturnType<typeof consoleServicesWords>;
