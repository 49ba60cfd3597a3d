import { conversationMap, type Way } from './conversation-map.ts';

const FLOWS: { title: string; holds: (state: string) => boolean }[] = [
  { title: 'แจ้งปัญหา/แจ้งซ่อม', holds: (state) => state === 'sorting' || state.startsWith('complaint.') },
  { title: 'สอบถาม และข้อเสนอแนะ', holds: (state) => state.startsWith('ask.') },
  { title: 'แจ้งทุจริต (ลับ)', holds: (state) => state.startsWith('tip.') },
  { title: 'ติดตามเรื่อง', holds: (state) => state.startsWith('follow.') },
  { title: 'ประเมินบริการ', holds: (state) => state.startsWith('survey.') },
  { title: 'เจ้าหน้าที่', holds: (state) => state.startsWith('staff.') },
];

const name = (state: string): string => state.replace('.', '_');

/** Ways that every state has are said once in words, not drawn from every box. */
const everywhere = new Set(['พิมพ์รหัสลับ', 'ปุ่มในการ์ดแจ้งเตือน']);

function diagram(ways: Way[], holds: (state: string) => boolean): string {
  const drawn = new Map<string, string[]>();
  for (const { from, by, to } of ways) {
    if (from === to || everywhere.has(by) || !(holds(from) || (holds(to) && from === 'idle'))) continue;
    const key = `${name(from)} --> ${name(to)}`;
    const labels = drawn.get(key) ?? [];
    if (!labels.includes(by)) drawn.set(key, [...labels, by]);
  }
  const lines = [...drawn].map(([way, labels]) => {
    const shown = labels.length > 3 ? [...labels.slice(0, 2), `… (${labels.length})`] : labels;
    return `  ${way}: ${shown.join(' / ').replaceAll(':', ' ')}`;
  });
  return ['```mermaid', 'stateDiagram-v2', ...lines.toSorted(), '```'].join('\n');
}

/** `docs/conversation.md`: the states of the conversation and the ways between them, as the code runs. */
export function conversationPage(): string {
  const { states, ways } = conversationMap();
  const sections = FLOWS.map(({ title, holds }) => `## ${title}\n\n${diagram(ways, holds)}`);
  return [
    '# The conversation',
    '',
    'Written by `npm run diagram`, which walks the running code from the menu and notes where each button and each',
    'thing sent leads. A test compares this page with the code.',
    '',
    `${states.length} states, ${ways.length} ways. From every state: a typed receipt opens its case, «เมนู» sets the draft aside,`,
    '«ยกเลิก» gives it up, «ย้อนกลับ» goes one step back, and a button of an alert card works on its case (staff alone).',
    '',
    sections.join('\n\n'),
    '',
  ].join('\n');
}
