import { z } from 'zod';

/** An address that a page may lead to: of the web, and nothing that a browser runs or hands to another program. */
export const WebAddress = z.url({ protocol: /^https?$/ });
