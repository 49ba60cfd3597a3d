/**
 * What `npm run doctor` says of one way in which a line stands. `{}` is where its value goes; a command stands at the
 * end, on a line of its own.
 */
export interface DoctorSentence {
  said: string;
  /** What whoever looks after it can do; only where something is to be done. */
  todo?: string;
}

interface LineWords {
  name: string;
  why: Readonly<Record<string, DoctorSentence>>;
}

const FIREBASE_DEPLOY = 'สั่งในโฟลเดอร์ของโปรแกรมรุ่นนี้\nfirebase deploy --only firestore';
const notOurs = { said: 'ไม่ต้องใช้ เพราะข้อมูลอยู่ในเครื่องนี้ ไม่ได้อยู่ที่ Google' };
const emulated = { said: 'ไม่ได้ตรวจ: เป็นตัวจำลอง (emulator) ไม่ใช่ของจริง' };
const noGoogle = {
  said: 'ไม่ได้ตรวจ: ไม่มีข้อมูลรับรองของ Google (credentials) ในเครื่องนี้ ตั้ง GOOGLE_APPLICATION_CREDENTIALS แล้วสั่งใหม่',
};
const googleDenied = { said: 'ไม่ได้ตรวจ: Google ไม่ให้ดู บัญชีนี้ต้องมีบทบาท {}' };
const googleSilent = { said: 'ไม่ได้ตรวจ: Google ไม่ตอบ หรือตอบไม่เป็นรูปแบบที่รู้จัก' };
const asked = { noGoogle, denied: googleDenied, silent: googleSilent };
const google = { ...asked, notOurs, emulated };
const noAccount = { said: 'ไม่ได้ตรวจ: ยังไม่มีบัญชี LINE ให้ถาม' };
const lineSilent = { said: 'ไม่ได้ตรวจ: ถาม LINE แล้วไม่ได้คำตอบ' };
const line = { noAccount, silent: lineSilent };

/** Every line of `npm run doctor`, and every way in which it can stand. */
export const doctorWords = {
  environment: {
    name: 'ค่าที่ตั้ง (environment)',
    why: {
      complete: { said: 'ครบ และถูกรูปแบบ' },
      incomplete: {
        said: 'ยังไม่ครบ หรือผิดรูปแบบ: {}',
        todo: 'แก้ทุกข้อข้างบน แล้วสั่งใหม่ (docs/connect-line.md ข้อ 3)',
      },
      tryOut: {
        said: 'ยังเป็นโหมดลองใช้ ไม่ได้ต่อบัญชี LINE จริง',
        todo: 'ตั้ง LINE_CHANNEL_SECRET, LINE_CHANNEL_ACCESS_TOKEN, SECRET_KEY และ PUBLIC_URL',
      },
    },
  },
  secretKey: {
    name: 'กุญแจหลัก (SECRET_KEY)',
    why: {
      good: { said: 'เป็นค่าสุ่ม 32 ไบต์ ต้องมีสำเนาบนกระดาษในตู้นิรภัยด้วย' },
      weak: {
        said: 'ดูไม่ใช่ค่าสุ่ม คนอื่นอาจเดาได้',
        todo: 'สร้างใหม่ก่อนเริ่มรับเรื่องจริง เพราะเปลี่ยนภายหลังไม่ได้\nopenssl rand -base64 32',
      },
      ofTryOut: { said: 'สร้างไว้ใน DATA_DIR สำหรับลองใช้' },
      noSettings: { said: 'ไม่ได้ตรวจ: ค่าที่ตั้งยังไม่ครบ' },
    },
  },
  store: {
    name: 'ที่เก็บข้อมูล (Firestore)',
    why: {
      embedded: { said: 'อยู่ในเครื่องนี้ และอ่านได้ ต้องสำรองข้อมูลสม่ำเสมอ' },
      project: { said: 'Firestore ของ Google ตอบ' },
      emulator: {
        said: 'เป็นตัวจำลอง (emulator) ข้อมูลหายได้',
        todo: 'ใช้ทดลองเท่านั้น ของจริงให้เอา FIRESTORE_EMULATOR_HOST ออก',
      },
      unreachable: {
        said: 'อ่านไม่ได้',
        todo: 'ดูอินเทอร์เน็ต รหัสโครงการ (GOOGLE_CLOUD_PROJECT) และสิทธิ์ของบัญชี Google; ถ้าข้อมูลอยู่ในเครื่อง ดู DATA_DIR',
      },
      busy: {
        said: 'โปรแกรมที่เปิดอยู่ถือข้อมูลไว้ แต่ไม่ตอบ',
        todo: 'ดูว่าโปรแกรมยังทำงาน แล้วสั่งใหม่ ถ้ายังไม่ตอบให้เริ่มโปรแกรมใหม่',
      },
      noAgency: {
        said: 'ไม่มีหน่วยงาน {}',
        todo: 'เริ่มโปรแกรมครั้งแรกด้วย npm start หรือดูรายชื่อด้วย\nnpm run agency -- list',
      },
      noSettings: { said: 'ไม่ได้ตรวจ: ค่าที่ตั้งยังไม่ครบ' },
    },
  },
  rules: {
    name: 'กฎปิดฐานข้อมูล (Firestore rules)',
    why: {
      ...google,
      same: { said: 'ขึ้นแล้ว ปิดไม่ให้ใครเข้าตรง' },
      missing: { said: 'ยังไม่ได้ขึ้นกฎ', todo: FIREBASE_DEPLOY },
      different: { said: 'กฎที่ใช้อยู่ไม่ตรงกับของโปรแกรม คนนอกอาจอ่านฐานข้อมูลได้', todo: FIREBASE_DEPLOY },
    },
  },
  indexes: {
    name: 'ดัชนี (Firestore indexes)',
    why: {
      ...google,
      all: { said: 'ครบและพร้อมใช้' },
      noTtl: { said: 'ครบและพร้อมใช้ ส่วนการลบเองตามเวลา (TTL) ไม่ได้เปิด โปรแกรมลบให้เองอยู่แล้ว' },
      missing: { said: 'ขาด {} รายการ บางหน้าจะเปิดไม่ได้', todo: FIREBASE_DEPLOY },
      building: { said: 'Google กำลังสร้าง {} รายการ', todo: 'รอสักครู่ แล้วสั่งใหม่' },
    },
  },
  pitr: {
    name: 'ข้อมูลย้อนหลัง (point-in-time recovery)',
    why: {
      ...google,
      off: { said: 'ปิดอยู่ ข้อมูลที่ลบแล้วหายจริงภายในหนึ่งชั่วโมง' },
      acknowledged: { said: 'เปิดอยู่ และรับทราบแล้วเมื่อ {}' },
      on: {
        said: 'เปิดอยู่ Google เก็บข้อมูลที่ลบแล้วต่ออีก 7 วัน รวมถึงเรื่องลับ',
        todo: 'ปิดที่ Google Cloud › Firestore › Disaster recovery หรือรับทราบด้วย\nnpm run doctor -- --acknowledge pitr',
      },
    },
  },
  backups: {
    name: 'สำเนาของ Google (scheduled backups)',
    why: {
      ...google,
      none: { said: 'ไม่มี ให้สำรองแบบปิดผนึกแทน ด้วย\nnpm run backup' },
      acknowledged: { said: 'มี และรับทราบแล้วเมื่อ {}' },
      some: {
        said: 'ตั้งไว้ {} รายการ สำเนาพวกนี้ไม่ปิดผนึก และเก็บสิ่งที่ลบไปแล้ว',
        todo: 'ลบที่ Google Cloud › Firestore › Disaster recovery หรือรับทราบด้วย\nnpm run doctor -- --acknowledge backups',
      },
    },
  },
  requestLogs: {
    name: 'บันทึกการเปิดหน้า /tip และ /track (request logs)',
    why: {
      ...asked,
      excluded: { said: 'ไม่ถูกบันทึก' },
      acknowledged: { said: 'ดูแลเองที่หน้าด่าน (reverse proxy) รับทราบแล้วเมื่อ {}' },
      ownServer: {
        said: 'ไม่ได้ตรวจ: โปรแกรมไม่บันทึก แต่มองไม่เห็นหน้าด่าน (reverse proxy) ดู docs/deploy-server.md แล้วรับทราบด้วย\nnpm run doctor -- --acknowledge logs',
      },
      logged: {
        said: 'Google บันทึกว่าเครื่องไหนเปิดหน้าเรื่องลับ (sink: {})',
        todo: 'เพิ่ม exclusion ตามตัวกรองใน docs/doctor.md หรือถ้าไม่ได้รันบน Google ให้รับทราบด้วย\nnpm run doctor -- --acknowledge logs',
      },
    },
  },
  clock: {
    name: 'นาฬิกาของเครื่องนี้',
    why: {
      right: { said: 'ตรงกับ LINE' },
      fast: { said: 'เร็วกว่า LINE {}', todo: 'เปิดการตั้งเวลาอัตโนมัติ (NTP) เวลาไม่ตรงทำให้เข้าสู่ระบบไม่ได้' },
      slow: { said: 'ช้ากว่า LINE {}', todo: 'เปิดการตั้งเวลาอัตโนมัติ (NTP) เวลาไม่ตรงทำให้เข้าสู่ระบบไม่ได้' },
      unknown: { said: 'ไม่ได้ตรวจ: ถาม LINE แล้วไม่ได้คำตอบ' },
    },
  },
  mail: {
    name: 'อีเมลแจ้งเตือน (SMTP)',
    why: {
      notSet: { said: 'ไม่ได้ตั้ง แจ้งเตือนทาง LINE อย่างเดียว' },
      answers: { said: 'เซิร์ฟเวอร์อีเมลตอบ และให้เข้าใช้' },
      refused: {
        said: 'เซิร์ฟเวอร์อีเมลไม่ให้เข้าใช้',
        todo: 'ดูชื่อและรหัสผ่านใน SMTP_URL แล้วสั่งใหม่',
      },
      silent: {
        said: 'ติดต่อเซิร์ฟเวอร์อีเมลไม่ได้ หรือไม่มีการเข้ารหัส (TLS)',
        todo: 'ดูชื่อเครื่องและพอร์ตใน SMTP_URL เปิดทางออกของเครื่องนี้ไปยังพอร์ตนั้น แล้วสั่งใหม่',
      },
      noSettings: { said: 'ไม่ได้ตรวจ: ค่าที่ตั้งยังไม่ครบ' },
    },
  },
  secrets: {
    name: 'รหัสลับของบัญชี LINE (secrets)',
    why: {
      good: { said: 'ครบ และถูกรูปแบบ' },
      noAccount,
      missing: { said: 'ไม่มีรหัสลับของหน่วยงานนี้', todo: 'เพิ่มใหม่ด้วย\nnpm run agency -- add' },
      unreadable: { said: 'เปิดไม่ออก', todo: 'ตรวจว่า SECRET_KEY เป็นอันเดียวกับตอนที่เพิ่มหน่วยงาน' },
      swapped: { said: 'Channel secret กับ access token สลับที่กัน', todo: 'สลับให้ถูก แล้วเริ่มโปรแกรมใหม่' },
      secretShape: {
        said: 'Channel secret ไม่เหมือนของ LINE (ต้องเป็น 0-9 a-f รวม 32 ตัว)',
        todo: 'คัดลอกใหม่จาก LINE Developers Console › Basic settings',
      },
      tokenShape: {
        said: 'Channel access token สั้นหรือมีอักขระแปลก',
        todo: 'คัดลอกใหม่จาก LINE Developers Console › Messaging API',
      },
    },
  },
  lineToken: {
    name: 'โทเคนของ LINE (channel access token)',
    why: {
      ...line,
      valid: { said: 'ใช้ได้' },
      refused: {
        said: 'LINE ไม่รับ',
        todo: 'ออกใหม่ที่ LINE Developers Console › Messaging API แล้วเริ่มโปรแกรมใหม่',
      },
      otherAccount: { said: 'เป็นของบัญชี LINE อื่น', todo: 'ใช้โทเคนของบัญชีที่เพิ่มไว้ หรือเพิ่มหน่วยงานใหม่' },
    },
  },
  webhook: {
    name: 'ทางที่ LINE ส่งข้อความมา (webhook)',
    why: {
      ...line,
      answers: { said: 'LINE ลองส่งแล้ว โปรแกรมตอบ' },
      notSet: { said: 'ยังไม่ได้ตั้งที่อยู่', todo: 'ตั้งที่ LINE Developers Console › Messaging API › Webhook URL: {}' },
      off: {
        said: 'ปิดอยู่ ข้อความของประชาชนมาไม่ถึง',
        todo: 'เปิด Use webhook ที่ LINE Developers Console › Messaging API',
      },
      elsewhere: { said: 'ชี้ไปที่อื่น', todo: 'แก้ Webhook URL เป็น {}' },
      badSecret: {
        said: 'โปรแกรมไม่รับลายเซ็นของ LINE',
        todo: 'แก้ LINE_CHANNEL_SECRET ให้เป็นของบัญชีนี้ แล้วเริ่มโปรแกรมใหม่',
      },
      failed: {
        said: 'LINE ลองส่งแล้วไม่ถึง ({})',
        todo: 'ดูว่าโปรแกรมเปิดอยู่ ใบรับรอง https ใช้ได้ และหน้าด่าน (reverse proxy) ส่งต่อ',
      },
    },
  },
  redelivery: {
    name: 'LINE ส่งซ้ำเมื่อไม่ถึง (webhook redelivery)',
    why: {
      seen: { said: 'เปิดอยู่ เคยได้รับข้อความที่ส่งซ้ำเมื่อ {}' },
      acknowledged: { said: 'ผู้ดูแลบอกว่าเปิดแล้ว เมื่อ {}' },
      ask: {
        said: 'LINE ไม่บอกว่าเปิดหรือยัง',
        todo: 'ดูเองที่ LINE Developers Console › Messaging API › Webhook redelivery ให้เปิดไว้ แล้วสั่ง\nnpm run doctor -- --acknowledge redelivery --agency {}',
      },
    },
  },
  chatMode: {
    name: 'แชตของบัญชี (chatMode)',
    why: {
      ...line,
      bot: { said: 'ปิดแล้ว มีแต่บอตตอบ (bot)' },
      chat: {
        said: 'เปิดอยู่ (chat) คนที่ดูแลบัญชีอ่านแชตของประชาชนได้ จึงไม่รับเรื่องลับในแชต',
        todo: 'ปิด “แชต” ที่ LINE Official Account Manager › ตั้งค่า › ตั้งค่าการตอบกลับ',
      },
    },
  },
  provider: {
    name: 'ช่องเข้าสู่ระบบอยู่ใต้ provider เดียวกัน',
    why: {
      noLogin: { said: 'ไม่ได้ตรวจ: ยังไม่ได้ตั้งการเข้าสู่ระบบด้วย LINE' },
      same: { said: 'เดียวกัน มีเจ้าหน้าที่เข้าสู่ระบบได้แล้ว' },
      other: {
        said: 'มีคนเข้าสู่ระบบแล้วแต่ไม่พบในรายชื่อ และยังไม่เคยมีเจ้าหน้าที่คนไหนเข้าได้',
        todo: 'ถ้าคนนั้นเป็นเจ้าหน้าที่ ให้สร้าง LINE Login channel ใต้ provider เดียวกับ Messaging API channel',
      },
      unknown: { said: 'ไม่ได้ตรวจ: LINE ไม่บอก จะรู้เมื่อเจ้าหน้าที่คนแรกเข้าสู่ระบบที่ /staff' },
    },
  },
  liff: {
    name: 'ที่อยู่ของ LIFF (endpoint URL)',
    why: {
      noLogin: { said: 'ไม่ได้ตรวจ: ยังไม่ได้ตั้ง LIFF_ID และ LINE_LOGIN_CHANNEL_ID' },
      noSecret: {
        said: 'ไม่ได้ตรวจ: ไม่มีรหัสของ LINE Login channel ให้ถาม ตั้ง LINE_LOGIN_CHANNEL_SECRET ถ้าอยากให้ตรวจ',
      },
      silent: lineSilent,
      matches: { said: 'ตรงกับที่อยู่เว็บ' },
      otherChannel: {
        said: 'LIFF ID ไม่ได้อยู่ใน LINE Login channel ที่ตั้งไว้',
        todo: 'เลขหน้า LIFF ID ต้องเป็นเลขของ LINE Login channel',
      },
      refused: {
        said: 'LINE ไม่รับรหัสของ LINE Login channel',
        todo: 'คัดลอก LINE_LOGIN_CHANNEL_SECRET ใหม่จาก LINE Developers Console',
      },
      unknownApp: { said: 'ไม่มี LIFF นี้ใน LINE Login channel', todo: 'เพิ่มที่แท็บ LIFF แล้วตั้ง LIFF_ID ใหม่' },
      elsewhere: { said: 'ชี้ไปที่อื่น', todo: 'แก้ Endpoint URL ที่แท็บ LIFF เป็น {}' },
      noOpenid: { said: 'ไม่ได้เลือก scope openid จึงเข้าสู่ระบบไม่ได้', todo: 'เลือก openid ที่แท็บ LIFF' },
    },
  },
  quota: {
    name: 'โควตาข้อความเดือนนี้ (quota)',
    why: {
      ...line,
      enough: { said: 'เหลือ {} ข้อความ' },
      unlimited: { said: 'ไม่จำกัด' },
      low: {
        said: 'ใกล้หมด เหลือ {} ข้อความ',
        todo: 'เพิ่มแพ็กเกจที่ LINE Official Account Manager หรือเอากลุ่มที่มีคนมากออก',
      },
      spent: {
        said: 'หมดแล้ว แจ้งเตือนรอเดือนหน้า',
        todo: 'เพิ่มแพ็กเกจที่ LINE Official Account Manager หรือเอากลุ่มที่มีคนมากออก',
      },
    },
  },
  richMenu: {
    name: 'เมนูใต้แชต (rich menu)',
    why: {
      ...line,
      shown: { said: 'ขึ้นแล้ว ตรงกับของโปรแกรม' },
      none: { said: 'ยังไม่มีเมนู', todo: 'ขึ้นเมนูด้วยคำสั่ง\nnpm run rich-menu' },
      other: { said: 'เป็นเมนูอื่น หรือรุ่นเก่า', todo: 'ขึ้นเมนูด้วยคำสั่ง\nnpm run rich-menu' },
    },
  },
  officers: {
    name: 'เจ้าหน้าที่รับเรื่อง',
    why: {
      some: { said: 'มี {} คน' },
      none: { said: 'ยังไม่มีใครรับเรื่อง', todo: 'เชิญใน /staff หรือสั่ง\nnpm run invite -- --name … --role officer' },
    },
  },
  integrity: {
    name: 'ผู้รับเรื่องทุจริตที่มีกุญแจ',
    why: {
      some: { said: 'มี {} คน' },
      one: {
        said: 'มีคนเดียว เรื่องที่เกี่ยวกับกองของคนนี้จะไม่มีใครอ่านได้',
        todo: 'เชิญอีกคนจากคนละกอง แล้วให้สร้างกุญแจที่ /staff › กุญแจของฉัน',
      },
      none: {
        said: 'ยังไม่มี จึงยังรับเรื่องลับไม่ได้',
        todo: 'เชิญผู้รับเรื่องทุจริตสองคนจากคนละกอง แล้วให้สร้างกุญแจที่ /staff › กุญแจของฉัน',
      },
    },
  },
  recovery: {
    name: 'กุญแจสำรองของเรื่องลับ (recovery key)',
    why: {
      confirmed: { said: 'มี และยืนยันว่าพิมพ์เก็บแล้ว' },
      unconfirmed: { said: 'สร้างแล้ว แต่ยังไม่ยืนยันว่าพิมพ์เก็บไว้', todo: 'ให้ผู้รับเรื่องทุจริตยืนยันที่ /staff › กุญแจของฉัน' },
      none: { said: 'ยังไม่มี', todo: 'ให้ผู้รับเรื่องทุจริตสร้างที่ /staff › กุญแจของฉัน พิมพ์ แล้วฝากคนนอกหน่วยงานเก็บ' },
    },
  },
} as const satisfies Record<string, LineWords>;

const span = (seconds: number): string =>
  seconds < 120 ? `${seconds} วินาที` : `${Math.round(seconds / 60).toLocaleString('th-TH')} นาที`;

/** The command's own words. */
export const doctorSays = {
  usage: [
    'npm run doctor                     ตรวจทุกอย่าง / looks at everything',
    'npm run doctor -- --agency ID      หน่วยงานเดียว / one agency',
    'npm run doctor -- --json           สำหรับโปรแกรมอื่น / for other programs',
    'npm run doctor -- --acknowledge pitr|backups|logs',
    'npm run doctor -- --acknowledge redelivery --agency ID',
    'จบด้วย / exit code: 0 ไม่มีอะไรต้องทำ, 1 มีเรื่องต้องทำ, 2 ตรวจไม่ได้',
  ],
  title: 'ตรวจระบบโปร่งใส',
  deployment: 'ระบบ',
  looking: 'กำลังตรวจ…',
  state: { fine: 'ปกติ', unchecked: 'ยังไม่ได้ตรวจ', do: 'ต้องทำ' },
  summary: (todo: number, unchecked: number): string => {
    const left = unchecked === 0 ? '' : ` (ยังไม่ได้ตรวจ ${unchecked} ข้อ)`;
    return todo === 0 ? `ไม่มีอะไรต้องทำ${left}` : `ต้องทำ ${todo} ข้อ${left}`;
  },
  noAgency: (id: string): string => `ไม่มีหน่วยงาน ${id} / there is no agency ${id}`,
  noStore: 'อ่านที่เก็บข้อมูลไม่ได้ ยังไม่ได้รับทราบอะไร / the store cannot be read, nothing was noted',
  noted: (what: string): string => `รับทราบแล้ว: ${what} / noted`,
  unreadable: 'อ่านคำสั่งไม่ได้ / not understood',
  span,
  /** Roles of Google's that let somebody see. */
  roles: {
    rules: 'Firebase Rules Viewer',
    firestore: 'Cloud Datastore Viewer',
    logging: 'Logs Configuration Reader (Logs Viewer)',
  },
} as const;
