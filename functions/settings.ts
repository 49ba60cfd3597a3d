import { defineInt, defineSecret, defineString, expr, projectID } from 'firebase-functions/params';
import { deployPrompts as say } from '../domain/catalogue/deploy-prompts.ts';

/** Where everything runs; `firebase.json` names it too, for the pages. */
export const REGION = 'asia-southeast1';

/** What no deployment goes without: `firebase deploy` stops with the name of one that is not in Secret Manager. */
export const secrets = [
  defineSecret('SECRET_KEY', { description: say.secretKey }),
  defineSecret('LINE_CHANNEL_SECRET', { description: say.channelSecret }),
  defineSecret('LINE_CHANNEL_ACCESS_TOKEN', { description: say.channelAccessToken }),
];

const asked = (validationRegex: string, validationErrorMessage: string) => ({
  text: { validationRegex, validationErrorMessage },
});

/** The address of the pages; Hosting's own where it is left as it is. */
export const publicUrl = defineString('PUBLIC_URL', {
  default: expr`https://${projectID}.web.app`,
  description: say.publicUrl,
  input: asked('^https://[^/\\s]+$', say.publicUrlWrong),
});
defineString('AGENCY_ID', {
  default: 'khoen',
  description: say.agencyId,
  input: asked('^[a-z0-9][a-z0-9-]{0,39}$', say.agencyIdWrong),
});
defineString('LIFF_ID', {
  default: '',
  description: say.liffId,
  input: asked('^(\\d{10}-[A-Za-z0-9]{1,20})?$', say.liffIdWrong),
});
defineString('LINE_LOGIN_CHANNEL_ID', {
  default: '',
  description: say.loginChannelId,
  input: asked('^(\\d{10})?$', say.loginChannelIdWrong),
});
export const minInstances = defineInt('MIN_INSTANCES', { default: 0, description: say.minInstances });

/** The names of what an instance was not given and cannot do without. */
export const missingIn = (env: NodeJS.ProcessEnv): string[] =>
  [...secrets, publicUrl].map(({ name }) => name).filter((name) => (env[name] ?? '').trim() === '');
