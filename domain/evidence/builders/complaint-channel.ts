import type { Content } from '../content.ts';
import type { EvidenceInputs } from '../inputs.ts';
import { channelsFor, tipReceivers } from '../settings.ts';

/** ช่องทางแจ้งเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ: online, apart from general complaints. */
export function complaintChannel(inputs: EvidenceInputs): Content {
  const { agency, profile, publicUrl } = inputs;
  const receivers = tipReceivers(inputs);
  const { lineUrl } = profile;
  return {
    method: `เรียบเรียงจากการตั้งค่าของระบบรับเรื่องของ${agency.name}`,
    blocks: [
      {
        kind: 'text',
        text: `ช่องทางนี้ใช้แจ้งว่าเจ้าหน้าที่ของ${agency.name}ทุจริตหรือประพฤติมิชอบเท่านั้น แยกต่างหากจากช่องทางแจ้งปัญหาทั่วไป เพื่อคุ้มครองผู้แจ้ง`,
      },
      { kind: 'heading', text: 'ช่องทางออนไลน์' },
      {
        kind: 'facts',
        rows: [
          { label: 'แบบฟอร์มลับ', value: `${publicUrl}/tip`, href: '/tip' },
          { label: 'ติดตามเรื่องด้วยรหัสลับ', value: `${publicUrl}/track`, href: '/track' },
          {
            label: 'LINE',
            value: `LINE ของ${agency.shortName} เมนู “แจ้งทุจริต (ลับ)”`,
            ...(lineUrl === undefined ? {} : { href: lineUrl }),
          },
          { label: 'โทรศัพท์', value: agency.phone, href: `tel:${agency.phone}` },
        ],
      },
      { kind: 'heading', text: 'ใครเป็นผู้รับเรื่อง' },
      ...(receivers.length === 0
        ? ([
            {
              kind: 'warning',
              text: 'ยังไม่ได้กำหนดผู้รับเรื่องทุจริต ระหว่างนี้โปรดใช้หน่วยงานภายนอกด้านล่าง',
            },
          ] as const)
        : ([
            { kind: 'list', ordered: false, items: receivers },
            {
              kind: 'text',
              text: 'ผู้รับเรื่องที่อยู่ในส่วนงานซึ่งถูกร้องเรียน เปิดอ่านเรื่องนั้นไม่ได้',
            },
          ] as const)),
      { kind: 'heading', text: 'การคุ้มครองผู้แจ้ง' },
      {
        kind: 'list',
        ordered: false,
        items: [
          'ไม่ต้องบอกชื่อ เจ้าหน้าที่และระบบไม่เก็บว่าใครเป็นผู้แจ้ง แต่ LINE และโทรศัพท์ของท่านยังรู้',
          'เรื่องถูกปิดผนึก มีเพียงผู้รับเรื่องทุจริตที่เปิดอ่านได้',
          'ถามตอบกันผ่านรหัสลับที่ท่านเก็บไว้ ไม่มีใครทักไปหาท่าน',
          'อย่าแจ้งจากคอมพิวเตอร์หรือ Wi-Fi ของที่ทำงาน ถ้ามีคนอื่นใช้เครื่องเดียวกัน ใช้แบบฟอร์มลับแล้วลบประวัติ',
        ],
      },
      { kind: 'heading', text: 'ขั้นตอนและระยะเวลา' },
      {
        kind: 'list',
        ordered: true,
        items: [
          'บอกว่า ใคร ทำอะไร เมื่อไร ที่ไหน มีหลักฐานอะไร แล้วกดส่ง',
          'จดรหัสลับไว้ ใช้กลับมาดูคำตอบหรือเพิ่มข้อมูล',
          `ผู้รับเรื่องแจ้งความคืบหน้าครั้งแรกภายใน ${agency.firstAnswerDays} วัน`,
        ],
      },
      {
        kind: 'facts',
        rows: [
          {
            label: 'แนวปฏิบัติฉบับเต็ม',
            value: 'แนวปฏิบัติการจัดการเรื่องร้องเรียน',
            href: '/oit/complaint_guideline',
          },
        ],
      },
      { kind: 'heading', text: 'หน่วยงานภายนอก' },
      {
        kind: 'facts',
        rows: channelsFor(agency, 'tip').map(({ label, phone, url }) => ({
          label,
          value: [...(phone === undefined ? [] : [`โทร ${phone}`]), ...(url === undefined ? [] : [url])].join(
            ' · ',
          ),
          href: url ?? `tel:${phone}`,
        })),
      },
      {
        kind: 'poster',
        title: 'พบเจ้าหน้าที่ทุจริต แจ้งได้ ไม่ต้องบอกชื่อ',
        lines: [
          agency.name,
          'สแกนเพื่อเปิดแบบฟอร์มลับ ไม่ต้องใช้ LINE',
          ...channelsFor(agency, 'tip').flatMap(({ label, phone }) =>
            phone === undefined ? [] : [`${label} โทร ${phone}`],
          ),
        ],
        url: `${publicUrl}/tip`,
      },
      {
        kind: 'form',
        title: 'แบบแจ้งเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ',
        intro: `ใส่ซองปิดผนึก จ่าหน้าซองถึง ผู้รับเรื่องทุจริต ${agency.name} ไม่ต้องเขียนชื่อของท่าน`,
        fields: [
          { label: 'ใคร (ชื่อ ตำแหน่ง หรือส่วนงาน)', lines: 2 },
          { label: 'ทำอะไร', lines: 6 },
          { label: 'เมื่อไร', lines: 1 },
          { label: 'ที่ไหน', lines: 1 },
          { label: 'หลักฐานหรือพยาน', lines: 3 },
        ],
        outro: 'กระดาษเปล่าหรือลายมือที่คนในสำนักงานคุ้นตา อาจทำให้เดาได้ว่าใครแจ้ง ถ้ากังวล ใช้แบบฟอร์มลับทางเว็บ',
      },
    ],
  };
}
