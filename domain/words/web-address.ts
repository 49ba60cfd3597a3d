import { z } from 'zod';

/** An address of the web, and nothing that a browser runs or hands to another program; `error` where it is none. */
export const webAddress = (error?: string) => z.url({ protocol: /^https?$/, error });

/** An address that a page may lead to. */
export const WebAddress = webAddress();
