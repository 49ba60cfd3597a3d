/** Words of the page that says how the agency is reached. */
export const contactWords = {
  method: (day: string) => `ตามที่หน่วยงานกรอก ณ วันที่ ${day}`,
  agency: 'หน่วยงาน',
  address: 'ที่อยู่',
  email: 'อีเมล',
  hours: 'เวลาทำการ',
  map: 'แผนที่ตั้ง',
  website: 'เว็บไซต์',
  social: 'สื่อสังคมออนไลน์',
  units: 'ส่วนงาน',
  danger: 'เหตุด่วน',
};

/** Words of the page about what can be had without coming to the office. */
export const eServiceWords = {
  method: (day: string) => `บริการออนไลน์ของระบบและที่หน่วยงานกรอก ข้อมูล ณ วันที่ ${day}`,
  about: (agency: string) => `บริการของ${agency}ที่ขอได้โดยไม่ต้องมาที่สำนักงาน`,
  complaint: 'แจ้งปัญหา/แจ้งซ่อม',
  question: 'สอบถามและเสนอแนะ',
  track: 'ติดตามเรื่อง',
  tip: 'แจ้งการทุจริต (ลับ)',
  othersMissing: 'บริการออนไลน์อื่นของหน่วยงาน',
};

/** Words of the page about where residents had a say. */
export const participationWords = {
  method: (day: string) => `กิจกรรมตามที่หน่วยงานกรอก จำนวนจากระบบ ณ วันที่ ${day}`,
  about: (agency: string) => `${agency}เปิดให้ประชาชนร่วมเสนอ ร่วมประเมิน และร่วมติดตาม ทั้งในที่ประชุมและทาง LINE`,
  none: (period: string) => `ยังไม่ได้กรอกกิจกรรมของ${period}`,
  heldHeading: 'กิจกรรมและเวที',
  caption: (period: string) => `กิจกรรมที่บุคคลภายนอกมีส่วนร่วม ${period}`,
  activity: 'กิจกรรม',
  day: 'วันที่',
  place: 'สถานที่',
  people: 'ผู้เข้าร่วม (คน)',
  result: 'ผลและการนำไปใช้',
  suggestionsHeading: 'ข้อเสนอแนะจากประชาชนและสิ่งที่เกิดขึ้น',
  noSuggestions: 'ไม่มีข้อเสนอแนะในระบบในช่วงเวลานี้',
  suggestionsCaption: 'ข้อเสนอแนะตามเดือนที่รับ และผลการพิจารณาถึงวันที่จัดทำ (เรื่อง)',
  suggestionsChart: 'ข้อเสนอแนะรายเดือน: พิจารณาแล้วและอยู่ระหว่างพิจารณา (เรื่อง)',
  outcomes: {
    all: 'ได้รับ',
    done: 'พิจารณาแล้ว',
    underway: 'อยู่ระหว่างพิจารณา',
    referred: 'พิจารณาแล้วโดยส่งต่อ',
    declined: 'พิจารณาแล้วโดยไม่อาจดำเนินการ',
  },
  rated: (times: number) => `มีผู้ประเมินความพึงพอใจผ่านระบบ ${times} ครั้ง`,
};

/** Words of the page of questions and answers. */
export const qAndAWords = {
  method: (day: string) => `ช่องทางถามตอบของระบบ ข้อมูล ณ วันที่ ${day}`,
  about: (agency: string) => `บุคคลภายนอกสอบถาม${agency}ได้สองทาง คือส่งคำถามและได้รับคำตอบกลับในช่องทางเดียวกัน`,
  chat: 'แชตถามตอบ (LINE)',
  menu: 'สอบถาม',
  byReceipt: 'ดูคำตอบด้วยรหัสลับ',
  within: (days: number) => `ได้รับคำตอบภายใน ${days} วัน`,
  often: 'คำถามที่พบบ่อย',
  askedHeading: 'คำถามที่ได้รับ',
  nobodyAsked: 'ไม่มีคำถามในระบบในช่วงเวลานี้',
  caption: 'คำถามที่ได้รับ ตามเดือน และผลถึงวันที่จัดทำ (คำถาม)',
  received: 'ได้รับ',
  answered: 'ตอบแล้วเสร็จ',
  underway: 'อยู่ระหว่างตอบ',
};

/** Words of the statistics of services. */
export const serviceStatisticsWords = {
  method:
    'งานบริการ: เจ้าหน้าที่ของแต่ละกองกรอกยอดเมื่อจบเดือน การแก้ไขทุกครั้งเก็บชื่อและวันที่ไว้ · งานรับเรื่อง: นับจากระบบรับเรื่อง แต่ละเรื่องนับครั้งเดียวในเดือนที่รับ ไม่รวมเรื่องร้องเรียนการทุจริต',
  headings: { services: 'งานบริการ', cases: 'งานรับเรื่องผ่านระบบนี้' },
  byService: 'จำนวนการให้บริการ รายบริการ (ครั้ง)',
  byMonth: 'จำนวนการให้บริการ รายเดือน รวมทุกบริการ (ครั้ง)',
  byQuarter: 'จำนวนการให้บริการ รายไตรมาสและรายครึ่งปี รวมทุกบริการ (ครั้ง)',
  inDetail: 'จำนวนการให้บริการ รายบริการ รายเดือน ทุกช่องทางรวมกัน (ครั้ง)',
  inDetailOf: (half: string) => `จำนวนการให้บริการ รายบริการ รายเดือน ทุกช่องทางรวมกัน ${half} (ครั้ง)`,
  chart: 'จำนวนการให้บริการรายเดือน มาติดต่อและออนไลน์ (ครั้ง)',
  columns: {
    service: 'บริการ',
    period: 'ช่วงเวลา',
    walkIn: 'มาติดต่อเอง',
    online: 'ออนไลน์',
    monthsEntered: 'เดือนที่กรอกแล้ว',
    servicesEntered: 'บริการที่กรอกแล้ว',
    countsEntered: 'ยอดที่กรอกแล้ว',
  },
  entered: (entered: number, of: number) => `${entered}\u00a0จาก\u00a0${of}`,
  notEntered: 'ยอดต่อไปนี้ยังไม่ได้กรอก จึงไม่รวมอยู่ในตัวเลข และไม่ได้แปลว่าเป็นศูนย์',
  gap: (month: string, services: string) => `${month}: ${services}`,
  everyService: 'ทุกบริการ',
  nothingEntered: 'ยังไม่มีใครกรอกยอดบริการของช่วงเวลานี้ จึงยังไม่มีตัวเลข ซึ่งไม่ได้แปลว่าเป็นศูนย์',
  noMonthOver: 'ช่วงเวลานี้ยังไม่มีเดือนที่จบ ยอดบริการกรอกได้เมื่อจบเดือน',
  months: 'จำนวนการให้บริการรับเรื่อง รายเดือน (เรื่อง)',
  online: 'ผ่านช่องทางออนไลน์',
  offline: 'มาติดต่อ โทรศัพท์ หรือเอกสาร',
  categories: 'เรื่องที่รับ ตามประเภทงาน (เรื่อง)',
  category: 'ประเภทงาน',
};
