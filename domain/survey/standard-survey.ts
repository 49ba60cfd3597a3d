import type { Survey } from './survey.ts';

/** The survey an agency starts with: one overall question and one for each of the four usual dimensions. */
export const standardSurvey = (id: string, title: string): Survey => ({
  version: 1,
  id,
  title,
  questions: [
    { id: 'overall', dimension: 'overall', text: 'โดยรวมแล้ว ท่านพอใจบริการครั้งนี้มากน้อยเพียงใด' },
    { id: 'process', dimension: 'process', text: 'ขั้นตอนง่ายและรวดเร็ว มากน้อยเพียงใด' },
    { id: 'channel', dimension: 'channel', text: 'ติดต่อและรับบริการได้สะดวก มากน้อยเพียงใด' },
    { id: 'staff', dimension: 'staff', text: 'เจ้าหน้าที่สุภาพและเต็มใจช่วย มากน้อยเพียงใด' },
    {
      id: 'facilities',
      dimension: 'facilities',
      text: 'สถานที่ ที่นั่ง ห้องน้ำ และป้ายบอกทางสะดวก มากน้อยเพียงใด',
    },
  ],
  more: [
    { id: 'clear-steps', dimension: 'process', text: 'บอกขั้นตอนและเวลาชัดเจน มากน้อยเพียงใด' },
    { id: 'fair', dimension: 'staff', text: 'ให้บริการทุกคนเท่ากัน มากน้อยเพียงใด' },
    { id: 'reachable', dimension: 'channel', text: 'ติดต่อทาง LINE หรือโทรศัพท์ได้ มากน้อยเพียงใด' },
  ],
  scale: [
    { rating: 5, label: 'มากที่สุด' },
    { rating: 4, label: 'มาก' },
    { rating: 3, label: 'ปานกลาง' },
    { rating: 2, label: 'น้อย' },
    { rating: 1, label: 'น้อยที่สุด' },
  ],
  reasons: [
    { id: 'slow', label: 'รอนาน' },
    { id: 'complicated', label: 'ขั้นตอนยุ่งยาก' },
    { id: 'no-answer', label: 'ไม่ได้คำตอบ' },
    { id: 'unsolved', label: 'ปัญหายังไม่ถูกแก้' },
    { id: 'impolite', label: 'พูดจาไม่สุภาพ' },
    { id: 'nobody-there', label: 'ไปแล้วไม่พบใคร' },
    { id: 'facilities', label: 'สถานที่ไม่สะดวก' },
    { id: 'other', label: 'อื่น ๆ' },
  ],
  ageBands: [
    { id: 'under-20', label: 'ต่ำกว่า 20 ปี' },
    { id: '20-39', label: '20–39 ปี' },
    { id: '40-59', label: '40–59 ปี' },
    { id: '60-up', label: '60 ปีขึ้นไป' },
  ],
});
