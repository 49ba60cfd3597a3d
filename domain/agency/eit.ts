import type { Agency, Eit } from './agency.ts';

/** Where EIT is answered on an ISO day; undefined outside its days, and where no address was entered. */
export const openEit = ({ eit }: Pick<Agency, 'eit'>, day: string): Eit | undefined =>
  eit !== undefined && eit.from <= day && day <= eit.to ? eit : undefined;
