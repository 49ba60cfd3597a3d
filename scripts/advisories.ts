// `npm run advisories`: whether a dependency that is deployed has a known weakness. Where the registry does not
// tell, that is said and is no failure: it is no fault of the code.
import { execFile } from 'node:child_process';
import { z } from 'zod';

/** Weaknesses of these degrees stop a check; the others are told. */
const STOPPING = new Set(['high', 'critical']);
const PATIENCE_MILLISECONDS = 120_000;
const MOST_OCTETS = 64 * 1024 * 1024;

/** @see https://docs.npmjs.com/cli/commands/npm-audit */
const Report = z.object({
  vulnerabilities: z.record(z.string(), z.object({ severity: z.string(), range: z.string() })),
});
const Failure = z.object({ message: z.string() });

/** npm ends with 1 both where it found something and where it could not ask: what it wrote tells which. */
const audit = (): Promise<string> =>
  new Promise((resolve) => {
    const limits = { timeout: PATIENCE_MILLISECONDS, maxBuffer: MOST_OCTETS };
    execFile('npm', ['audit', '--omit=dev', '--json'], limits, (_error, stdout) => resolve(stdout));
  });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const said = parsed(await audit());
const report = Report.safeParse(said);
if (report.success) {
  const known = Object.entries(report.data.vulnerabilities);
  for (const [name, { severity, range }] of known) console.error(`  ${severity}  ${name} ${range}`);
  const isStopped = known.some(([, { severity }]) => STOPPING.has(severity));
  if (isStopped) process.exitCode = 1;
  console.log(
    known.length === 0
      ? 'No known weakness in what is deployed. / ไม่พบช่องโหว่ที่รู้จักในส่วนที่ใช้งานจริง'
      : `${known.length} known weaknesses in what is deployed${isStopped ? '' : ', none high or critical'}; \`npm audit fix\` mends what can be mended.`,
  );
} else {
  const why = Failure.safeParse(said);
  const reason = why.success ? why.data.message : 'npm gave no answer';
  console.log(`Not asked for known weaknesses: ${reason}`);
}
