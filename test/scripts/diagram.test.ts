import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { conversationMap } from '../../scripts/conversation-map.ts';
import { conversationPage } from '../../scripts/conversation-page.ts';

describe('the state diagram', () => {
  it('is what the code does now', () => {
    expect(readFileSync('docs/conversation.md', 'utf8')).toBe(conversationPage());
  });

  it('reaches every state', () => {
    const { states, ways } = conversationMap();
    const reached = new Set(ways.flatMap(({ from, to }) => [from, to]));
    expect(states.filter((state) => !reached.has(state))).toEqual([]);
  });
});
