/** What `firebase deploy` asks for, and what it says of each; in English and Thai, for whoever deploys. */
export const deployPrompts = {
  secretKey:
    '32 random octets in Base64, as `openssl rand -base64 32` prints them; never change it, keep a copy / ค่าสุ่ม 32 ไบต์แบบ Base64 ห้ามเปลี่ยน และเก็บสำเนาไว้',
  channelSecret:
    "The Messaging API channel's secret (LINE Developers, Basic settings) / Channel secret ของช่อง Messaging API",
  channelAccessToken:
    "The Messaging API channel's long-lived access token (LINE Developers, Messaging API) / Channel access token ของช่อง Messaging API",
  publicUrl: 'How people reach the pages, without a slash at the end / ที่อยู่เว็บที่ประชาชนเปิด ไม่มี / ต่อท้าย',
  publicUrlWrong: 'It must look like https://example.go.th / ต้องเป็นแบบ https://example.go.th',
  agencyId: 'The agency that answers where none is named / รหัสหน่วยงานหลัก',
  agencyIdWrong: '1 to 40 of a-z, 0-9 and "-", starting with a letter or digit / ใช้ได้เฉพาะ a-z 0-9 และ -',
  liffId: 'LIFF id, 1234567890-AbcdEfgh; leave empty where there is none / LIFF ID ถ้ายังไม่มีให้เว้นว่าง',
  liffIdWrong: 'It must look like 1234567890-AbcdEfgh, or be empty / ต้องเป็นรหัส LIFF หรือเว้นว่าง',
  loginChannelId:
    'Channel id of LINE Login; leave empty where there is none / Channel ID ของช่อง LINE Login ถ้ายังไม่มีให้เว้นว่าง',
  loginChannelIdWrong: 'It must be ten digits, or empty / ต้องเป็นเลข 10 หลัก หรือเว้นว่าง',
  minInstances:
    'Instances that always stand ready for LINE: 0 costs nothing while idle, 1 answers at once / จำนวนเครื่องที่เปิดรอไว้ตลอด 0 ไม่มีค่าใช้จ่ายเมื่อไม่มีคนใช้ 1 ตอบทันที',
} as const;

/** What Hosting says by itself where a script or style sheet no longer stands. */
export const nothingHere = 'ไม่มีไฟล์นี้แล้ว โปรดเปิดหน้าเว็บใหม่ / This file is gone; please reload the page.';
