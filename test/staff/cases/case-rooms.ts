import { manyId } from './many-cases.ts';

/** Where an officer looks at cases, in the store that `fillCases` fills. */
export const caseRooms: readonly string[] = [
  '/cases',
  '/cases?view=new',
  '/cases?view=late',
  '/cases?view=mine',
  '/cases?view=waiting',
  '/cases?view=review',
  '/cases?kind=question',
  '/cases?category=road&place=moo-2',
  '/cases?unit=finance&status=accepted',
  '/cases?view=late&unit=works&kind=complaint',
  '/cases?number=70-000012',
  `/cases/${manyId(12)}`,
  '/case-choices',
  '/months?year=2570',
];
