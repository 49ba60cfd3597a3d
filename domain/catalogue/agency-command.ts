import type { DistrictResult } from '../published/district.ts';

/** What `npm run agency` says to whoever runs it. */
export const agencyCommand = {
  usage: [
    'npm run agency -- add       ถามทีละข้อ / asks what it needs',
    'npm run agency -- add --id … --name … --short … --district … --province … --phone … --villages 12 --public-url https://… --secrets FILE',
    '  FILE (หรือ / or -): { "channelSecret": "…", "channelAccessToken": "…", "liffId": "…", "loginChannelId": "…", "loginChannelSecret": "…" }',
    'npm run agency -- list      หน่วยงานทั้งหมด / every agency',
    'npm run agency -- show ID   หนึ่งหน่วยงาน / one of them',
  ],
  ask: {
    id: 'รหัสหน่วยงาน a-z 0-9 และ - / id',
    name: 'ชื่อเต็ม เช่น องค์การบริหารส่วนตำบล… / full name',
    shortName: 'ชื่อย่อ เช่น อบต.… / short name',
    district: 'อำเภอ เช่น อำเภอน้ำเกลี้ยง / district',
    province: 'จังหวัด เช่น จังหวัดศรีสะเกษ / province',
    phone: 'โทรศัพท์ / telephone',
    villages: 'จำนวนหมู่ / number of villages',
    publicUrl: 'ที่อยู่เว็บของหน่วยงานเอง เช่น https://….example.go.th / its own address',
    channelSecret: 'Channel secret (พิมพ์แล้วไม่แสดง / not shown)',
    channelAccessToken: 'Channel access token (พิมพ์แล้วไม่แสดง / not shown)',
    liffId: 'LIFF ID ถ้ามี / if there is one',
    loginChannelId: 'LINE Login channel ID ถ้ามี / if there is one',
  },
  wrong: {
    id: '--id: ใช้ได้เฉพาะ a-z 0-9 และ - ไม่เกิน 40 ตัว ขึ้นต้นด้วยตัวอักษรหรือเลข / 1 to 40 of a-z, 0-9 and "-", starting with a letter or digit',
    name: '--name: ยังไม่ได้บอกชื่อเต็ม / missing or too long',
    shortName: '--short: ยังไม่ได้บอกชื่อย่อ / missing or too long',
    district: '--district: ยังไม่ได้บอกอำเภอ / missing or too long',
    province: '--province: ยังไม่ได้บอกจังหวัด / missing or too long',
    phone: '--phone: ใช้ตัวเลข เว้นวรรค และ - / digits, spaces and "-"',
    villages: '--villages: 1 ถึง 99 / 1 to 99',
    publicUrl:
      '--public-url: ต้องเป็น https://ชื่อเว็บ ไม่มีอะไรต่อท้าย / must be https:// and a host, nothing after it',
    secrets: '--secrets: อ่านไม่ได้ หรือไม่ครบ / cannot be read, or is not complete',
    login: 'LIFF ID กับ LINE Login channel ID ต้องมีคู่กัน / go together',
    settings: 'การตั้งค่ายังไม่ครบ / The settings are not complete:',
    secretKey: 'SECRET_KEY ต้องตั้งไว้ก่อน / is missing',
  },
  lineRefused: 'LINE ไม่รู้จักโทเคนนี้ / LINE does not know this token: channelAccessToken',
  lineSilent: 'ติดต่อ LINE ไม่ได้ ยังไม่ได้บันทึกอะไร / LINE does not answer; nothing was written',
  chatOn:
    'แชตของบัญชียังเปิดอยู่ จะรับเรื่องทุจริตไม่ได้ ปิดใน LINE Official Account Manager / the chat of the account is on: no tips until it is off',
  exists: (id: string) =>
    `มีหน่วยงาน ${id} อยู่แล้ว ไม่ได้แก้อะไร / there is an agency ${id} already; nothing was changed`,
  addressTaken: (id: string) => `ที่อยู่เว็บนี้เป็นของหน่วยงาน ${id} / this address is that of ${id}`,
  none: (id: string) => `ไม่มีหน่วยงาน ${id} / there is no agency ${id}`,
  empty: 'ยังไม่มีหน่วยงาน / there is no agency yet',
  unreadable: 'อ่านคำสั่งไม่ได้ ไม่ได้ทำอะไร / not understood, nothing done',
  noAnswer: 'โปรแกรมที่เปิดอยู่ไม่ตอบ / the running program does not answer',
  added: (id: string, publicUrl: string) => [
    `เพิ่มหน่วยงาน ${id} แล้ว / added`,
    `  Webhook   ${publicUrl}/webhook/${id}`,
    `  หน้าเว็บ    ${publicUrl}`,
  ],
  firstAdmin: (code: string) =>
    `  รหัสผู้ดูแลคนแรก ส่งให้บอตของหน่วยงานนี้ ใช้ได้ 7 วัน / first admin's code, 7 days   ${code}`,
  line: (id: string, name: string, address: string) => `${id}   ${name}   ${address}`,
  result: (published: DistrictResult | undefined) =>
    published === undefined
      ? 'ยังไม่ได้เผยแพร่ผล / no result published'
      : `ITA ${published.fiscalYear} ${published.score?.toFixed(2) ?? '?'} ${published.level ?? '?'}`,
  ownAddress: 'ตาม PUBLIC_URL / as PUBLIC_URL says',
  shown: (name: string, district: string, province: string, phone: string) =>
    `${name} ${district} ${province} โทร ${phone}`,
  account: (sealed: boolean) =>
    sealed
      ? 'บัญชี LINE: อยู่ในฐานข้อมูล ปิดผนึกไว้ / LINE account: in the store, sealed'
      : 'บัญชี LINE: ตามค่าที่ตั้งของโปรแกรม / LINE account: from the environment',
} as const;
