import type { Channel, OpenKind } from '../case/case.ts';
import type { Dimension, Response } from '../survey/survey.ts';

export const dimensionLabels: Readonly<Record<Dimension, string>> = {
  overall: 'ภาพรวม',
  process: 'กระบวนการและขั้นตอนการให้บริการ',
  channel: 'ช่องทางการให้บริการ',
  staff: 'เจ้าหน้าที่ผู้ให้บริการ',
  facilities: 'สิ่งอำนวยความสะดวก',
};

export const surveyChannelLabels: readonly { readonly id: Response['channel']; readonly label: string }[] = [
  { id: 'line', label: 'LINE' },
  { id: 'web', label: 'เว็บ (สแกน QR ที่จุดบริการ)' },
  { id: 'tablet', label: 'แท็บเล็ตที่จุดบริการ' },
  { id: 'paper', label: 'กระดาษ เจ้าหน้าที่กรอกแทน' },
];

export const kindLabels: Readonly<Record<OpenKind, string>> = {
  complaint: 'แจ้งปัญหา/ร้องทุกข์',
  question: 'สอบถาม',
  suggestion: 'ข้อเสนอแนะ',
};

export const channelLabels: readonly {
  readonly id: Channel;
  readonly label: string;
  readonly online: boolean;
}[] = [
  { id: 'line', label: 'LINE', online: true },
  { id: 'web', label: 'เว็บ', online: true },
  { id: 'facebook', label: 'Facebook', online: true },
  { id: 'phone', label: 'โทรศัพท์', online: false },
  { id: 'paper', label: 'มาติดต่อหรือส่งเอกสาร', online: false },
  { id: 'damrongdhama', label: 'ศูนย์ดำรงธรรม', online: false },
];
