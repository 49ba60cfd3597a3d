import { z } from 'zod';
import { PageAgency } from './frame.ts';

/** The console before anybody has signed in: the same for everybody. */
export const StaffPage = z.object({ page: z.literal('staff'), agency: PageAgency });
export type StaffPage = z.infer<typeof StaffPage>;

/**
 * How staff sign in: with LIFF; when trying out at the stand-in for LINE, which lists the people on its phones; or
 * not at all, where LIFF is not set up.
 */
export const SignInWay = z.discriminatedUnion('by', [
  z.object({ by: z.literal('liff'), liffId: z.string() }),
  z.object({ by: z.literal('stand-in'), loginUrl: z.url() }),
  z.object({ by: z.literal('nothing') }),
]);
export type SignInWay = z.infer<typeof SignInWay>;

/** The one page of the console that loads LIFF. */
export const SignInPage = z.object({
  page: z.literal('sign_in'),
  agency: PageAgency,
  way: SignInWay,
});
export type SignInPage = z.infer<typeof SignInPage>;
