import type { ServiceCounts, ServiceCountsBody, ServiceRow } from '../../../domain/staff/service-counts.ts';

/** The two numbers of a service as they are typed; `isTouched` once somebody typed in them. */
export interface Typed {
  walkIn: string;
  online: string;
  isTouched: boolean;
}

const WHOLE = /^\d{1,6}$/;

/** What the fields of a service begin with: what was entered, or else what the system itself counted. */
export function typedOf({ entered, suggested }: ServiceRow): Typed {
  const from = entered ?? suggested;
  return { walkIn: String(from?.walkIn ?? ''), online: String(from?.online ?? ''), isTouched: false };
}

/** What is wrong with a service's numbers: both are given or neither, and they are whole. */
export function faultIn({ walkIn, online }: Typed): 'half' | 'notNumber' | undefined {
  const given = [walkIn, online].map((text) => text.trim()).filter((text) => text !== '');
  if (given.length === 0) return undefined;
  if (!given.every((text) => WHOLE.test(text))) return 'notNumber';
  return given.length === 2 ? undefined : 'half';
}

/**
 * The rows to send: those that say something else than was entered. What the system suggested goes along only for
 * services of one's own unit, or where somebody typed.
 */
export function rowsOf(
  { services }: ServiceCounts,
  typed: Readonly<Record<string, Typed>>,
): ServiceCountsBody['rows'] {
  return services.flatMap((row) => {
    const one = typed[row.id];
    if (one === undefined || one.walkIn.trim() === '' || faultIn(one) !== undefined) return [];
    if (!one.isTouched && !row.isMine) return [];
    const [walkIn, online] = [Number(one.walkIn), Number(one.online)];
    const { entered } = row;
    if (entered?.walkIn === walkIn && entered.online === online) return [];
    const was = entered === undefined ? null : { walkIn: entered.walkIn, online: entered.online };
    return [{ service: row.id, walkIn, online, was }];
  });
}
