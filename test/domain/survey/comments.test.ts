import { describe, expect, test } from 'vitest';
import { tellableComment } from '../../../domain/survey/comments.ts';

describe('a comment as others may read it', () => {
  test.each([
    ['โทรกลับที่ 081-234-5678 ด้วย', 'โทรกลับที่ xxx-xxx-xxxx ด้วย'],
    ['โทร ๐๘๑ ๒๓๔ ๕๖๗๘', 'โทร xxx xxx xxxx'],
    ['บัตร 1-1007-00000-00-1', 'บัตร x-xxxx-xxxxx-xx-x'],
    ['ส่งมาที่ somchai.j@example.com ได้', 'ส่งมาที่ […] ได้'],
    ['รอ 45 นาที ไปมา 3 ครั้งปี 2569', 'รอ 45 นาที ไปมา 3 ครั้งปี 2569'],
  ])('%s', (text, told) => {
    expect(tellableComment(text)).toBe(told);
  });
});
