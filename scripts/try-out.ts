import { randomBytes } from 'node:crypto';
import type { CurrentAgency } from '../bot/agency/load.ts';
import type { StaffLogin } from '../bot/agency/serve-agency.ts';
import type { LineChannel } from '../bot/config/config.ts';
import { declaredMenu } from '../bot/line/declared-menu.ts';
import { ensureRichMenu } from '../bot/line/rich-menu.ts';
import { richMenuApi } from '../bot/line/rich-menu-api.ts';
import { demoStaff } from '../domain/agency/khoen-staff.ts';
import { type Simulator, startSimulator } from '../simulator/server.ts';

/** The stand-in for LINE, and the account that it gives the bot. */
export interface TryOut {
  simulator: Simulator;
  line: LineChannel;
  login: StaffLogin;
}

/** Staff sign in at the stand-in for LINE Login. */
export const standInLogin = ({ login }: Simulator): StaffLogin => ({
  channelId: login.tokens.channelId,
  jwksUrl: login.jwksUrl,
  way: { by: 'stand-in', loginUrl: login.loginUrl },
});

const secret = (): string => randomBytes(16).toString('hex');

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';

/** Starts the simulator beside the bot, on the next port if it is free, else on any. */
export async function startTryOut(botPort: number): Promise<TryOut> {
  const account = { channelSecret: secret(), accessToken: secret() };
  const options = { ...account, webhookUrl: `http://127.0.0.1:${botPort}/webhook` };
  let simulator: Simulator;
  try {
    simulator = await startSimulator({ ...options, port: botPort + 1 });
  } catch (error) {
    if (!isTaken(error)) throw error;
    simulator = await startSimulator({ ...options, port: 0 });
  }
  const { apiUrl } = simulator;
  const line: LineChannel = {
    channelSecret: account.channelSecret,
    channelAccessToken: account.accessToken,
    apiBaseUrl: apiUrl,
    dataApiBaseUrl: apiUrl,
  };
  return { simulator, line, login: standInLogin(simulator) };
}

/** Names the account, and puts the rich menu, one resident and the demo staff in. Staff have the ids they are seeded with. */
export async function peopleTryOut(
  { simulator, line }: Pick<TryOut, 'simulator' | 'line'>,
  { agency }: CurrentAgency,
): Promise<void> {
  simulator.platform.channel.name = agency.shortName;
  const { menu, image } = await declaredMenu(agency);
  await ensureRichMenu(richMenuApi(line), menu, image);
  await simulator.client.addPerson('คุณยายบัว (ทดลอง)', 'resident');
  const { people, chats, changes } = simulator.platform;
  for (const { id, name, roles } of demoStaff) {
    const role = roles.includes('officer') ? 'officer' : 'other';
    people.set(id, { userId: id, name, role, blocked: false });
    chats.set(id, []);
    changes.touch(id);
  }
}
