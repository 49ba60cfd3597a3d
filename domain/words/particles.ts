import { wordList } from './word-list.ts';

/** Words that make a Thai sentence polite and add nothing to what it asks. Standard, misspelt and Isan. */
export const particles: readonly string[] = wordList(`
  ค่ะ คะ ค้ะ ค๊ะ คะ่ ค่า คร่า ครับ ครัฟ คับ ครับผม ค้าบ คร้าบ ครับบ คับบ ฮะ ฮับ จ้า จ๊ะ จ้ะ จ๋า จ่ะ
  นะ น่ะ น้า ณะ เด้อ เด้ เนาะ น้อ แด่ แหน่ แน่ หน่อย ด้วย เลย ที แล้ว
`);
