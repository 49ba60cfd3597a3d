import {
  type FoundAccount,
  judgeChatMode,
  judgeQuota,
  judgeRedelivery,
  judgeRichMenu,
  judgeSecrets,
  judgeToken,
  judgeWebhook,
} from '../../domain/doctor/account.ts';
import { type Finding, unchecked } from '../../domain/doctor/finding.ts';
import { judgeLiff, judgeProvider } from '../../domain/doctor/login.ts';
import { judgeIntegrity, judgeOfficers, judgeRecovery } from '../../domain/doctor/people.ts';
import { openAccount } from '../agency/line-account.ts';
import type { Config, LineChannel } from '../config/config.ts';
import { declaredMenu } from '../line/declared-menu.ts';
import type { Secrets } from '../secrets/secrets.ts';
import { askInfo, askLiff, askQuota, askRichMenu, askWebhook } from './line.ts';
import type { StoredAgency } from './stored.ts';

export interface AgencyParts {
  config: Config;
  secrets: Secrets | undefined;
  /** Milliseconds since the epoch. */
  clock(): number;
}

interface Login {
  liffId: string;
  channelId: string;
  channelSecret?: string | undefined;
}

interface Account {
  found: FoundAccount;
  line?: LineChannel;
  destination?: string;
  login?: Login | undefined;
}

/** The account that the program would serve an agency with: the environment's, else the one in the store. */
function accountOf({ config, secrets }: AgencyParts, { id, account }: StoredAgency): Account {
  const isDefault = id === config.agencyId;
  if (isDefault && config.mode === 'line') {
    const { liff } = config;
    const login = liff && {
      liffId: liff.liffId,
      channelId: liff.loginChannelId,
      channelSecret: liff.channelSecret,
    };
    return { found: config.line, line: config.line, login };
  }
  if (account === undefined) return { found: isDefault ? 'none' : 'missing' };
  const sealed = new Uint8Array(Buffer.from(account, 'base64'));
  const opened = secrets === undefined ? 'unreadable' : openAccount(secrets, id, sealed);
  if (opened === 'unreadable') return { found: opened };
  const { channelSecret, channelAccessToken, destination, login, apiBaseUrl: own } = opened;
  const { apiBaseUrl, dataApiBaseUrl } = config.lineAddresses;
  const line = {
    channelSecret,
    channelAccessToken,
    apiBaseUrl: own ?? apiBaseUrl,
    dataApiBaseUrl: own ?? dataApiBaseUrl,
  };
  return { found: line, line, destination, login };
}

type FromLine = Record<'lineToken' | 'webhook' | 'chatMode' | 'liff' | 'quota' | 'richMenu', Finding>;

const nobodyToAsk = (login: Login | undefined, publicUrl: string): FromLine => ({
  lineToken: unchecked('lineToken', 'noAccount'),
  webhook: unchecked('webhook', 'noAccount'),
  chatMode: unchecked('chatMode', 'noAccount'),
  liff: judgeLiff(login, 'noSecret', publicUrl),
  quota: unchecked('quota', 'noAccount'),
  richMenu: unchecked('richMenu', 'noAccount'),
});

async function askLine(
  { clock }: AgencyParts,
  stored: StoredAgency,
  { line, destination, login }: Account & { line: LineChannel },
  where: { publicUrl: string; agencyId: string; isDefault: boolean },
): Promise<{ lines: FromLine; aheadMs: number | undefined }> {
  const { menu, image } = await declaredMenu(stored);
  const [{ info, aheadMs }, webhook, quota, shown, apps] = await Promise.all([
    askInfo(line, clock),
    askWebhook(line),
    askQuota(line),
    askRichMenu(line, menu, image),
    login?.channelSecret === undefined
      ? ('noSecret' as const)
      : askLiff(line.apiBaseUrl, login.channelId, login.channelSecret),
  ]);
  return {
    aheadMs,
    lines: {
      lineToken: judgeToken(info, destination),
      webhook: judgeWebhook(webhook, where),
      chatMode: judgeChatMode(info),
      liff: judgeLiff(login, apps, where.publicUrl),
      quota: judgeQuota(quota),
      richMenu: judgeRichMenu(shown),
    },
  };
}

/** The lines of one agency, and how far this machine's clock is before LINE's, where LINE told. */
export async function examineAgency(
  parts: AgencyParts,
  stored: StoredAgency,
): Promise<{ findings: Finding[]; aheadMs: number | undefined }> {
  const { config } = parts;
  const { id, pulse, acknowledged, officers, tips } = stored;
  const isDefault = id === config.agencyId;
  const publicUrl = isDefault ? config.publicUrl : (stored.publicUrl ?? config.publicUrl);
  const account = accountOf(parts, stored);
  const { line, login } = account;
  const { lines, aheadMs } =
    line === undefined
      ? { lines: nobodyToAsk(login, publicUrl), aheadMs: undefined }
      : await askLine(parts, stored, { ...account, line }, { publicUrl, agencyId: id, isDefault });
  const findings = [
    judgeSecrets(account.found),
    lines.lineToken,
    lines.webhook,
    judgeRedelivery(pulse.redelivered, acknowledged, id),
    lines.chatMode,
    judgeProvider(login, { known: pulse.loginKnown, unknown: pulse.loginUnknown }),
    lines.liff,
    lines.quota,
    lines.richMenu,
    judgeOfficers(officers),
    judgeIntegrity(tips.readers),
    judgeRecovery(tips.recovery),
  ];
  return { findings, aheadMs };
}
