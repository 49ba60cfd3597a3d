import type { NotFoundPage, UnavailablePage } from '../../domain/published/notices.ts';
import type { View } from '../view.ts';

export const notFound = ({ agency }: NotFoundPage): View => ({
  agency,
  status: 404,
  title: 'ไม่พบหน้านี้',
  description: `ไม่พบหน้าที่ท่านเปิด กลับไปหน้าแรกของ${agency.name}ได้`,
  body: (
    <>
      <h1>ไม่พบหน้านี้ค่ะ</h1>
      <p>ที่อยู่อาจเปลี่ยนไป หรือพิมพ์ไม่ครบ</p>
      <p class="ways">
        <a href="/">กลับหน้าแรก</a>
      </p>
    </>
  ),
});

export const unavailable = ({ agency }: UnavailablePage): View => ({
  agency,
  status: 503,
  title: 'หน้านี้ยังเปิดไม่ได้',
  description: `หน้านี้ยังเปิดไม่ได้ในขณะนี้ ติดต่อ${agency.name}ได้ตามช่องทางในหน้า`,
  body: (
    <>
      <h1>หน้านี้ยังเปิดไม่ได้ค่ะ</h1>
      <p>ระบบบันทึกไว้แล้ว ลองใหม่ภายหลังได้ ระหว่างนี้ติดต่อได้ตามช่องทางด้านล่าง</p>
    </>
  ),
});
