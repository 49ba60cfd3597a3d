/** Words of the page that lists the agencies of an อำเภอ. */
export const districtWords = {
  title: (district: string) => `ความโปร่งใสใน${district}`,
  description: (district: string, province: string, count: number) =>
    `ผลประเมินความโปร่งใส (ITA) ที่หน่วยงานใน${district} ${province} เผยแพร่เอง ${count} แห่ง`,
  heading: (district: string) => `หน่วยงานใน${district}โปร่งใสแค่ไหน`,
  what: 'คะแนน ITA ปีล่าสุดที่แต่ละแห่งเผยแพร่เอง เรียงตามชื่อ ไม่ได้จัดอันดับ เกณฑ์เปลี่ยนไปตามปี คะแนนต่างปีกันจึงเทียบกันตรง ๆ ไม่ได้',
  alone: (agency: string) => `ตอนนี้ในอำเภอนี้มี${agency}แห่งเดียวที่ใช้ระบบนี้ เมื่อมีแห่งอื่นเข้าร่วม จะเห็นที่หน้านี้`,
  caption: (count: number) => `${count} แห่งที่ใช้ระบบนี้`,
  columns: { agency: 'หน่วยงาน', score: 'คะแนน', level: 'ระดับ' },
  year: (year: number) => `ปี ${year}`,
  unknown: 'ไม่ทราบ',
  nothing: 'ยังไม่ได้เผยแพร่ผล',
  overall: 'คะแนนรวม',
  instrument: (who: string, id: string) => `ด้าน${who} (${id})`,
  heldBack: (level: string, what: readonly string[]) => `ยังไม่ถึงระดับ “${level}” เพราะ${what.join(' และ')}`,
  own: 'เจ้าของหน้านี้',
};
