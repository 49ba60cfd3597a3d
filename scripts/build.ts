// `npm run build`: the pages as the program serves them. A program that may not write where it stands starts faster, and
// starts at all, after it.
import { buildPages } from './build-pages.ts';

const isNew = await buildPages();
console.log(
  isNew
    ? 'The pages are built. / สร้างหน้าเว็บแล้ว'
    : 'The pages are as new as their sources. / หน้าเว็บเป็นปัจจุบันแล้ว',
);
