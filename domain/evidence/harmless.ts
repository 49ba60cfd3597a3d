/** What a spreadsheet takes for the start of a formula, its full-width forms too, after blanks it may skip. */
const formula = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠|%]/u;
/** Controls at the start make some programs read on as if the cell began after them. */
const control = /^[\t\r\n\0]/;

/**
 * Words as a spreadsheet may hold them: a leading apostrophe keeps what looks like a formula from being
 * reckoned, in the file itself and when it is saved in another form.
 */
export const harmless = (words: string): string =>
  formula.test(words) || control.test(words) ? `'${words}` : words;
