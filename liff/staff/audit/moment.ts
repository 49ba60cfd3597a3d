/** An instant as it is read in Thailand: the day of the Buddhist year, and the time. */
export const momentOf = (iso: string): string =>
  new Intl.DateTimeFormat('th-TH', {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Asia/Bangkok',
  }).format(new Date(iso));
