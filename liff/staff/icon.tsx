/** Line drawings on a grid of 24, each one path. */
const drawings = {
  inbox: 'M4 13h4l2 3h4l2-3h4M4 13l3-8h10l3 8v6H4z',
  pen: 'M4 20l1-5L16 4l4 4L9 19zM14 6l4 4',
  lock: 'M6 11h12v9H6zM8 11V8a4 4 0 0 1 8 0v3M12 15v2',
  chart: 'M5 20V11M12 20V4M19 20v-6M3 20h18',
  horn: 'M4 10v4h3l8 5V5l-8 5zM18 9a4 4 0 0 1 0 6',
  paper: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  print: 'M7 9V3h10v6M7 17H4v-6a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v6h-3M7 14h10v7H7z',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c0-4 3-6 6.5-6s6.5 2 6.5 6M16 4.5a3.5 3.5 0 0 1 0 6.5M18 14.5c2.200.8 3.5 2.600 3.5 5.5',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5',
  pulse: 'M3 12h4l3-7 4 14 3-7h4',
  key: 'M14 14a5 5 0 1 1 1.5-3.5L21 16v4h-4v-2h-2v-2z',
  list: 'M9 6h11M9 12h11M9 18h11M4 6h1M4 12h1M4 18h1',
  menu: 'M4 7h16M4 12h16M4 17h16',
  phone: 'M6 3h3l2 5-2.5 1.5a11 11 0 0 0 6 6L16 13l5 2v3a3 3 0 0 1-3 3C10.5 20.5 3.5 13.5 3 6a3 3 0 0 1 3-3z',
  leave: 'M10 4H5v16h5M14 8l4 4-4 4M18 12H9',
  check: 'M4 5h16v14H4zM8 12l3 3 5-6',
} as const;

export type IconName = keyof typeof drawings;

/** A drawing beside words; it says nothing by itself. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={drawings[name]} />
  </svg>
);
