const OCTETS = 12;

/** An id that the page chooses, so that what is sent again is not made twice: 24 hexadecimal digits. */
export const newId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(OCTETS)), (octet) =>
    octet.toString(16).padStart(2, '0'),
  ).join('');
