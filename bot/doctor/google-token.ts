const PATIENCE_MILLISECONDS = 15_000;

/**
 * An access token of whoever this machine acts for at Google: `GOOGLE_APPLICATION_CREDENTIALS`, what `gcloud` left, or
 * Google's own machine. Undefined where there is nobody.
 */
export async function googleToken(): Promise<string | undefined> {
  const { applicationDefault } = await import('firebase-admin/app');
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE_MILLISECONDS);
  });
  const asked = (async () => (await applicationDefault().getAccessToken()).access_token)();
  try {
    return await Promise.race([asked, late]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
