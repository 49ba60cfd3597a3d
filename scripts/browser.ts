import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The system's Chromium: `CHROME_PATH`, else the first of the usual names on the `PATH`. */
function systemChromium(env: Record<string, string | undefined>): string | undefined {
  if (env.CHROME_PATH) return env.CHROME_PATH;
  const directories = (env.PATH ?? '').split(delimiter);
  return names.flatMap((name) => directories.map((directory) => join(directory, name))).find(isExecutable);
}

/** Starts Chromium without a window: the system's, or the one from npm where there is none. */
export async function launchBrowser(env: Record<string, string | undefined> = process.env): Promise<Browser> {
  const executablePath = systemChromium(env);
  if (executablePath !== undefined) {
    return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  }
  const bundled = (await import('@sparticuz/chromium')).default;
  return chromium.launch({ executablePath: await bundled.executablePath(), args: bundled.args });
}
