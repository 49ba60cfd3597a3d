/**
 * A day on which Thai government offices are closed. `seen` tells whether the day was found in a
 * published list of that year's holidays or follows from the standing list of fixed days; where it is
 * false the day was only computed ahead of its announcement and is to be confirmed.
 */
export type Holiday = { readonly day: string; readonly name: string; readonly seen: boolean };

/**
 * Holidays that fall on the same date each year, as `MM-DD`.
 *
 * @see https://www.siambusinessnews.com/20104 the standing list of 19 days
 */
export const fixedHolidays: readonly { readonly monthAndDay: string; readonly name: string }[] = [
  { monthAndDay: '01-01', name: 'วันขึ้นปีใหม่' },
  { monthAndDay: '04-06', name: 'วันจักรี' },
  { monthAndDay: '04-13', name: 'วันสงกรานต์' },
  { monthAndDay: '04-14', name: 'วันสงกรานต์' },
  { monthAndDay: '04-15', name: 'วันสงกรานต์' },
  { monthAndDay: '05-04', name: 'วันฉัตรมงคล' },
  { monthAndDay: '06-03', name: 'วันเฉลิมพระชนมพรรษาสมเด็จพระนางเจ้าฯ พระบรมราชินี' },
  { monthAndDay: '07-28', name: 'วันเฉลิมพระชนมพรรษาพระบาทสมเด็จพระเจ้าอยู่หัว' },
  { monthAndDay: '08-12', name: 'วันแม่แห่งชาติ' },
  { monthAndDay: '10-13', name: 'วันนวมินทรมหาราช' },
  { monthAndDay: '10-23', name: 'วันปิยมหาราช' },
  { monthAndDay: '12-05', name: 'วันพ่อแห่งชาติ' },
  { monthAndDay: '12-10', name: 'วันรัฐธรรมนูญ' },
  { monthAndDay: '12-31', name: 'วันสิ้นปี' },
];

const moving: Readonly<Record<number, readonly Holiday[]>> = {
  2569: [
    { day: '2026-01-02', name: 'วันหยุดพิเศษ', seen: true },
    { day: '2026-03-03', name: 'วันมาฆบูชา', seen: true },
    { day: '2026-05-13', name: 'วันพืชมงคล', seen: false },
    { day: '2026-05-31', name: 'วันวิสาขบูชา', seen: true },
    { day: '2026-06-01', name: 'ชดเชยวันวิสาขบูชา', seen: true },
    { day: '2026-07-29', name: 'วันอาสาฬหบูชา', seen: true },
    { day: '2026-07-30', name: 'วันเข้าพรรษา', seen: true },
    { day: '2026-12-07', name: 'ชดเชยวันพ่อแห่งชาติ', seen: true },
  ],
  2570: [
    { day: '2027-02-21', name: 'วันมาฆบูชา', seen: false },
    { day: '2027-02-22', name: 'ชดเชยวันมาฆบูชา', seen: false },
    { day: '2027-05-20', name: 'วันวิสาขบูชา', seen: false },
    { day: '2027-07-18', name: 'วันอาสาฬหบูชา', seen: false },
    { day: '2027-07-19', name: 'วันเข้าพรรษา', seen: false },
    { day: '2027-07-20', name: 'ชดเชยวันอาสาฬหบูชา', seen: false },
    { day: '2027-10-25', name: 'ชดเชยวันปิยมหาราช', seen: false },
    { day: '2027-12-06', name: 'ชดเชยวันพ่อแห่งชาติ', seen: false },
  ],
};

/**
 * The holidays of a Buddhist calendar year in order. Moving days are known for 2569 and 2570 only, and
 * วันพืชมงคล of 2570 is not: it is announced by the palace.
 */
export function thaiHolidays(year: number): readonly Holiday[] {
  const fixed = fixedHolidays.map(({ monthAndDay, name }) => ({
    day: `${year - 543}-${monthAndDay}`,
    name,
    seen: true,
  }));
  return [...fixed, ...(moving[year] ?? [])].toSorted((a, b) => a.day.localeCompare(b.day));
}
