import { plain } from '../../bot/publish/plain.ts';
import { pathsOf } from '../../bot/records/paths.ts';
import type { Write } from '../../bot/store/documents.ts';
import type { Announcement, AnnouncementIssue } from '../../domain/announcements/announcement.ts';
import {
  type AnnouncementsRegister,
  announcementEntry,
  emptyAnnouncements,
  withAnnouncement,
} from '../../domain/announcements/register.ts';

export const shownAnnouncement = 'a1'.repeat(12);
export const withdrawnAnnouncement = 'b1'.repeat(12);
export const longAnnouncement = 'c1'.repeat(12);
/** Everything about it is as long as it may be. */
export const fullAnnouncement = 'd1'.repeat(12);

const issue = (title: string, more: Partial<AnnouncementIssue> = {}): AnnouncementIssue => ({
  title,
  text: 'อบต.เขิน จะพ่นหมอกควันกำจัดยุงลาย วันที่ 25 พ.ย. 2569 เวลา 09.30 น.\n\nขอให้ปิดอาหารและน้ำดื่มให้มิดชิด และพาเด็กเล็กออกจากบ้าน 1 ชั่วโมง',
  from: '2026-11-24',
  until: '2026-11-25',
  places: ['moo-4'],
  unit: 'works',
  n: 1,
  approvedOn: '2026-11-20',
  approvedBy: 'นางสาวสมมติ ทดสอบ ปลัด',
  ...more,
});

const all: readonly [id: string, issue: AnnouncementIssue, withdrawn?: Announcement['withdrawn']][] = [
  [shownAnnouncement, issue('พ่นหมอกควันกำจัดยุงลาย บ้านเขิน')],
  [
    withdrawnAnnouncement,
    issue('ประชุมประชาคม'),
    { day: '2026-11-21', by: 'นางสาวสมมติ ทดสอบ ปลัด', because: 'เลื่อนวันประชุม' },
  ],
  [
    longAnnouncement,
    issue('รับลงทะเบียนเบี้ยยังชีพผู้สูงอายุ ประจำปีงบประมาณ 2571', {
      text: 'ผู้ที่มีอายุครบ 60 ปี นำบัตรประจำตัวประชาชน ทะเบียนบ้าน และสมุดบัญชีธนาคาร มายื่นที่สำนักปลัด\n\n'.repeat(12),
      places: [],
      until: '2027-09-30',
    }),
  ],
  [
    fullAnnouncement,
    issue('ประกาศรายชื่อผู้มีสิทธิรับเงิน '.repeat(4).slice(0, 120), {
      text: 'ผู้มีรายชื่อมารับเงินด้วยตนเอง พร้อมบัตรประจำตัวประชาชน '.repeat(60).slice(0, 3000),
      places: Array.from({ length: 99 }, (_, nth) => `moo-${nth + 1}`),
      from: '2026-01-01',
      until: '2026-01-31',
    }),
  ],
];

/** A few announcements of อบต.เขิน as they stand after they were approved, one of them withdrawn. */
export function someAnnouncements(): Write[] {
  const paths = pathsOf('khoen');
  let register: AnnouncementsRegister = emptyAnnouncements;
  const documents = all.map(([id, one, withdrawn]): Write => {
    const announcement: Announcement = {
      version: 1,
      issues: [one],
      withdrawn,
      waiting: false,
      at: Date.parse('2026-11-20T03:00:00Z'),
    };
    const places = one.places.length === 0 ? [] : ['หมู่ 4'];
    if (withdrawn === undefined) {
      register = withAnnouncement(register, id, announcementEntry(id, one, places));
    }
    return { op: 'create', path: paths.announcement(id), data: plain(announcement) };
  });
  return [...documents, { op: 'create', path: paths.published('announcements'), data: plain(register) }];
}
