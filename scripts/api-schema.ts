// `npm run api:schema`: writes docs/api/public.schema.json anew, from the schema that the answer is made by.
import { writeFile } from 'node:fs/promises';
import { PUBLIC_SCHEMA, publicSchema } from './public-schema.ts';

await writeFile(PUBLIC_SCHEMA, publicSchema());
console.log(PUBLIC_SCHEMA);
