import { writeFileSync } from 'node:fs';
import { conversationPage } from './conversation-page.ts';

const file = new URL('../docs/conversation.md', import.meta.url);
writeFileSync(file, conversationPage());
console.log('docs/conversation.md');
