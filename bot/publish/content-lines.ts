import type { Block, Content } from '../../domain/evidence/content.ts';
import { shownCell } from '../../domain/evidence/shown.ts';

function blockLines(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return ['', `# ${block.text}`];
    case 'text':
      return [block.text];
    case 'warning':
      return [`! ${block.text}`];
    case 'list':
      return block.items.map((item, at) => (block.ordered ? `${at + 1}. ${item}` : `- ${item}`));
    case 'facts':
      return block.rows.map(({ label, value }) => `${label}: ${value}`);
    case 'table':
      return [
        '',
        block.caption,
        block.columns.map(({ label }) => label).join(' | '),
        ...block.rows.map(({ cells }) =>
          block.columns.map((column, at) => shownCell(cells[at], column)).join(' | '),
        ),
      ];
    case 'chart':
      return [`[แผนภูมิ] ${block.caption}`];
    case 'signatures':
      return ['', ...block.lines.map(({ role }) => `ลงชื่อ ________ ${role}`)];
    case 'photos':
      return block.items.map(({ src, caption }) => `[ภาพ] ${caption} ${src}`);
    case 'poster':
      return ['', `[โปสเตอร์] ${block.title}`, ...block.lines, block.url];
    case 'form':
      return ['', `[แบบฟอร์ม] ${block.title}`, ...block.fields.map(({ label }) => `${label}: ____`)];
  }
}

/** A page's matter for a terminal, to be read before it is approved. */
export const contentLines = ({ period, method, blocks }: Content): string[] => [
  ...(period === undefined ? [] : [period.words]),
  `วิธีการ: ${method}`,
  ...blocks.flatMap(blockLines),
];
