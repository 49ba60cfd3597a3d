/** The LINE user id of whom a raw ID token is for; undefined where it is not to be believed. */
export type VerifyIdToken = (token: string) => Promise<string | undefined>;
