import type { Staff } from './staff.ts';

/** Invented LINE user ids of the staff that trying out begins with. */
export const demoOfficerId = 'U0ff1ce00000000000000000000000001';
export const demoDeputyId = 'U0ff1ce00000000000000000000000002';
export const demoIntegrityOfficerId = 'U1a7e9000000000000000000000000001';
export const demoSecondIntegrityOfficerId = 'U1a7e9000000000000000000000000002';
export const demoExecutiveId = 'Ue8ec0000000000000000000000000001';
export const demoAdminId = 'Uad310000000000000000000000000001';

/** Invented people. The ปลัด sits in no unit, and so above each of them. The two integrity officers sit in different units, so that each can read tips about the other's. */
export const demoStaff: readonly Staff[] = [
  {
    version: 1,
    id: demoOfficerId,
    name: 'สมหญิง ใจดี (ทดลอง)',
    roles: ['officer'],
    unit: 'palad-office',
  },
  { version: 1, id: demoDeputyId, name: 'บุญมา ขยันยิ่ง (ทดลอง)', roles: ['officer'], unit: 'works' },
  {
    version: 1,
    id: demoIntegrityOfficerId,
    name: 'วิชัย ซื่อตรง (ทดลอง)',
    roles: ['integrity'],
    unit: 'palad-office',
  },
  {
    version: 1,
    id: demoSecondIntegrityOfficerId,
    name: 'อรุณี เที่ยงธรรม (ทดลอง)',
    roles: ['integrity'],
    unit: 'education',
  },
  {
    version: 1,
    id: demoExecutiveId,
    name: 'ประเสริฐ มั่นคง (ทดลอง)',
    roles: ['executive'],
    position: 'ปลัด อบต.เขิน',
  },
  { version: 1, id: demoAdminId, name: 'จันทร์เพ็ญ รอบคอบ (ทดลอง)', roles: ['admin'], unit: 'finance' },
];
