const thaiZero = 0x0e50;

/** Thai, full-width, Lao and Khmer digits, all of them one UTF-16 unit, as their keyboards type them. */
const otherDigits = /[๐-๙０-９໐-໙០-៩]/g;
const zeros = [thaiZero, 0xff10, 0x0ed0, 0x17e0];

/** Every digit as an Arabic one. The length in UTF-16 units stays the same. */
export const arabicDigits = (text: string): string =>
  text.replace(otherDigits, (digit) => {
    const code = digit.charCodeAt(0);
    const zero = zeros.find((start) => code >= start && code < start + 10) ?? code;
    return String(code - zero);
  });

/** Arabic digits as Thai ones, as official letters are written. */
export const thaiDigits = (text: string): string =>
  text.replace(/[0-9]/g, (digit) => String.fromCharCode(thaiZero + Number(digit)));
