import type { VariableName } from './variables.ts';

type Given = Partial<Record<VariableName, string>>;

const thisMachine = new Set(['localhost', '127.0.0.1', '[::1]']);

const isOnThisMachine = (url: string): boolean => URL.canParse(url) && thisMachine.has(new URL(url).hostname);

function lineNeeds(given: Given): string[] {
  const problems: string[] = [];
  const channel: VariableName[] = ['LINE_CHANNEL_SECRET', 'LINE_CHANNEL_ACCESS_TOKEN'];
  if (channel.every((name) => given[name] === undefined)) {
    for (const name of ['LINE_API_BASE_URL', 'LINE_DATA_API_BASE_URL'] as const) {
      if (given[name] === undefined) continue;
      problems.push(
        `${name} is set, but ${channel.join(' and ')} are not: set both, or none of the three / ต้องตั้งให้ครบ หรือไม่ตั้งเลย`,
      );
    }
    return problems;
  }
  for (const name of [...channel, 'SECRET_KEY'] as const) {
    if (given[name] === undefined) {
      problems.push(
        `${name} is missing: it is needed to serve a LINE account / ยังไม่ได้ตั้งค่า จำเป็นเมื่อใช้บัญชี LINE จริง`,
      );
    }
  }
  return [...problems, ...addressNeeds(given)];
}

/** LINE calls only https; a stand-in for LINE on this machine may call this machine. */
function addressNeeds({ PUBLIC_URL: publicUrl, LINE_API_BASE_URL: apiBaseUrl }: Given): string[] {
  const standIn = apiBaseUrl !== undefined && isOnThisMachine(apiBaseUrl);
  if (standIn && (publicUrl === undefined || isOnThisMachine(publicUrl))) return [];
  if (publicUrl === undefined) {
    return ['PUBLIC_URL is missing: LINE must be able to reach the program / ยังไม่ได้ตั้งที่อยู่ที่ LINE เรียกถึง'];
  }
  return publicUrl.startsWith('https://')
    ? []
    : ['PUBLIC_URL must start with https:// to serve a LINE account / ต้องขึ้นต้นด้วย https:// เมื่อใช้บัญชี LINE จริง'];
}

function together(given: Given, first: VariableName, second: VariableName): string[] {
  const missing = [first, second].filter((name) => given[name] === undefined);
  return missing.length === 1
    ? [`${missing.join()} is missing: ${first} and ${second} go together / ต้องตั้ง ${first} กับ ${second} คู่กัน`]
    : [];
}

/** Which of the variables that are needed beside those given are missing, whatever their form. */
export function requirements(given: Given): string[] {
  const problems = [
    ...lineNeeds(given),
    ...together(given, 'LINE_API_BASE_URL', 'LINE_DATA_API_BASE_URL'),
    ...together(given, 'LIFF_ID', 'LINE_LOGIN_CHANNEL_ID'),
    ...together(given, 'SMTP_URL', 'ALERT_EMAIL_FROM'),
  ];
  if (given.GOOGLE_APPLICATION_CREDENTIALS !== undefined && given.GOOGLE_CLOUD_PROJECT === undefined) {
    problems.push(
      'GOOGLE_CLOUD_PROJECT is missing: GOOGLE_APPLICATION_CREDENTIALS needs it / ต้องตั้งรหัสโครงการ Google Cloud ด้วย',
    );
  }
  return problems;
}
