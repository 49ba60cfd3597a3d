// @ts-check

/** The simulator refused, or could not be reached. */
export class ControlError extends Error {}

/**
 * @param {string} method
 * @param {string} path below /sim
 * @param {BodyInit} [body]
 * @param {string} [contentType]
 */
async function request(method, path, body, contentType) {
  /** @type {RequestInit} */
  const options = { method };
  if (body !== undefined) options.body = body;
  if (contentType !== undefined) options.headers = { 'content-type': contentType };
  let response;
  try {
    response = await fetch(`/sim${path}`, options);
  } catch (cause) {
    throw new ControlError('ติดต่อเครื่องจำลองไม่ได้ เซิร์ฟเวอร์อาจหยุดทำงาน', { cause });
  }
  if (!response.ok) throw new ControlError(`เครื่องจำลองไม่รับคำสั่งนี้ (${response.status})`);
  const text = await response.text();
  return text === '' ? undefined : JSON.parse(text);
}

/**
 * @param {string} method
 * @param {string} path
 * @param {unknown} body
 */
const json = (method, path, body) => request(method, path, JSON.stringify(body), 'application/json');

/** @param {string} chatId */
const chatPath = (chatId) => `/chats/${encodeURIComponent(chatId)}`;

/** @returns {Promise<import('./contract.ts').State>} */
export const getState = () => request('GET', '/state');

/** @param {string} chatId @returns {Promise<import('./contract.ts').Chat>} */
export const getChat = (chatId) => request('GET', chatPath(chatId));

/** @param {string} name @param {import('./contract.ts').Role} role @returns {Promise<import('./contract.ts').Person>} */
export const addPerson = (name, role) => json('POST', '/people', { name, role });

/** @param {string} name @param {string[]} members @returns {Promise<import('./contract.ts').Group>} */
export const addGroup = (name, members) => json('POST', '/groups', { name, members });

/** @param {string} userId @param {'follow' | 'unfollow'} what */
export const setFollowing = (userId, what) =>
  request('POST', `/people/${encodeURIComponent(userId)}/${what}`);

/** @param {string} chatId @param {string} as @param {Record<string, unknown>} message */
export const sendMessage = (chatId, as, message) => json('POST', `${chatPath(chatId)}/send`, { as, message });

/**
 * @param {string} chatId
 * @param {string} as
 * @param {'image' | 'audio' | 'video' | 'file'} type
 * @param {Blob} content
 * @param {number} [durationMilliseconds]
 */
export function sendMedia(chatId, as, type, content, durationMilliseconds) {
  const query = new URLSearchParams({ type, as });
  if (durationMilliseconds !== undefined) query.set('duration', String(Math.round(durationMilliseconds)));
  return request(
    'POST',
    `${chatPath(chatId)}/media?${query}`,
    content,
    content.type || 'application/octet-stream',
  );
}

/** @param {string} chatId @param {string} as @param {import('./contract.ts').Action} action */
export const sendPostback = (chatId, as, action) =>
  json('POST', `${chatPath(chatId)}/postback`, {
    as,
    data: action.data ?? '',
    displayText: action.displayText,
    label: action.label,
  });

/** @param {string} chatId @param {string} messageId */
export const unsend = (chatId, messageId) => json('POST', `${chatPath(chatId)}/unsend`, { messageId });

/** @param {import('./contract.ts').FaultsChange} change */
export const putFaults = (change) => json('PUT', '/faults', change);

/** @param {{ chatMode?: 'bot' | 'chat', redelivery?: boolean }} change */
export const putChannel = (change) => json('PUT', '/channel', change);

export const reset = () => request('POST', '/reset');

/**
 * Calls back on every change until the page closes; reconnects by itself.
 *
 * @param {(change: { chatId?: string, version?: number }) => void} onChange
 * @param {(connected: boolean) => void} onConnection
 */
export function watch(onChange, onConnection) {
  const source = new EventSource('/sim/events');
  source.addEventListener('change', (event) => onChange(JSON.parse(event.data)));
  source.addEventListener('open', () => onConnection(true));
  source.addEventListener('error', () => onConnection(false));
}
