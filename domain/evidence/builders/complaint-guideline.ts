import type { Content } from '../content.ts';
import type { EvidenceInputs } from '../inputs.ts';
import { clockRange, missing, outsideChannels, tipReceivers } from '../settings.ts';

/** แนวปฏิบัติการจัดการเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ: the four parts that the item asks for. */
export function complaintGuideline(inputs: EvidenceInputs): Content {
  const { agency, profile, publicUrl } = inputs;
  const { tipDays } = profile;
  const receivers = tipReceivers(inputs);
  return {
    method: `เรียบเรียงจากการตั้งค่าของระบบรับเรื่องของ${agency.name}`,
    blocks: [
      {
        kind: 'text',
        text: `แนวปฏิบัตินี้ใช้กับเรื่องร้องเรียนว่าเจ้าหน้าที่ของ${agency.name}ทุจริตหรือประพฤติมิชอบ แยกจากเรื่องร้องทุกข์ทั่วไป`,
      },
      { kind: 'heading', text: '1. วิธีการที่บุคคลภายนอกจะทำการร้องเรียน' },
      {
        kind: 'list',
        ordered: false,
        items: [
          `แบบฟอร์มลับทางเว็บ ${publicUrl}/tip ไม่ต้องใช้ LINE และไม่ต้องบอกชื่อ`,
          `LINE ของ${agency.shortName} เมนู “แจ้งทุจริต (ลับ)”`,
          'แบบฟอร์มกระดาษใส่ซองปิดผนึก ส่งทางไปรษณีย์หรือส่งด้วยตนเอง',
          `โทรศัพท์ ${agency.phone} ${clockRange(agency)}`,
          ...outsideChannels(agency, 'tip').map((words) => `หน่วยงานภายนอก: ${words}`),
        ],
      },
      {
        kind: 'text',
        text: 'ควรบอกว่า ใคร ทำอะไร เมื่อไร ที่ไหน มีหลักฐานหรือพยานอะไร ไม่ต้องบอกชื่อผู้แจ้ง แต่ข้อเท็จจริงต้องชัดพอให้ตรวจสอบได้',
      },
      { kind: 'heading', text: '2. ขั้นตอนหรือวิธีการในการจัดการต่อเรื่องร้องเรียน' },
      {
        kind: 'list',
        ordered: true,
        items: [
          'ผู้แจ้งเลือกว่าเรื่องเกี่ยวกับส่วนงานใด เจ้าหน้าที่ของส่วนงานนั้นจะเปิดอ่านเรื่องไม่ได้',
          'ระบบปิดผนึกเรื่องให้ผู้รับเรื่องทุจริตเท่านั้นที่เปิดอ่านได้ และให้รหัสลับแก่ผู้แจ้ง',
          `ผู้รับเรื่องทุจริตเห็นเรื่องใหม่วันละสองครั้ง เวลา ${agency.tipTimes.map((time) => `${time.replace(':', '.')} น.`).join(' และ ')}`,
          'พิจารณาว่าข้อเท็จจริงพอให้ตรวจสอบหรือไม่ ถ้าไม่พอ ถามกลับผ่านรหัสลับ',
          'ตรวจสอบข้อเท็จจริง รายงานผู้มีอำนาจซึ่งไม่ใช่ผู้ถูกร้องเรียน หรือส่งต่อหน่วยงานที่มีอำนาจ',
          'แจ้งผลให้ผู้แจ้งทราบผ่านรหัสลับ แล้วยุติเรื่อง',
        ],
      },
      { kind: 'heading', text: '3. ส่วนงานที่รับผิดชอบ' },
      ...(receivers.length === 0
        ? ([
            {
              kind: 'warning',
              text: 'ยังไม่ได้กำหนดผู้รับเรื่องทุจริต ระหว่างนี้โปรดใช้หน่วยงานภายนอกตามข้อ 1',
            },
          ] as const)
        : ([{ kind: 'list', ordered: false, items: receivers }] as const)),
      { kind: 'heading', text: '4. ระยะเวลาดำเนินการ' },
      {
        kind: 'list',
        ordered: false,
        items: [
          `แจ้งความคืบหน้าครั้งแรกภายใน ${agency.firstAnswerDays} วัน นับจากวันที่รับเรื่อง`,
          ...(tipDays === undefined
            ? []
            : [`ดำเนินการให้แล้วเสร็จภายใน ${tipDays} วัน ถ้าไม่ทัน แจ้งเหตุผลและกำหนดใหม่ผ่านรหัสลับ`]),
        ],
      },
      ...missing(tipDays === undefined && 'จำนวนวันที่ดำเนินการให้แล้วเสร็จ'),
    ],
  };
}
