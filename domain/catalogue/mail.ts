import type { Spoken } from './voice.ts';

/** Words of alerts by e-mail, around what they tell. */
export const mailWords = ({ end }: Spoken) => ({
  subject: (agency: string) => `${agency}: มีเรื่องรอดูในระบบโปร่งใส`,
  row: (label: string, count: string) => `${label} ${count}`,
  open: (address: string) => `เปิดดูที่ ${address}`,
  automatic: `อีเมลนี้ส่งอัตโนมัติ ไม่ต้องตอบกลับ${end}`,
});
