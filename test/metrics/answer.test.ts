import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Metric, parseExposition } from './grammar.ts';
import { ask, complains, openScene, type Scene } from './scene.ts';

const TOKEN = 'a-token-for-tests-of-thirty-two-characters';

let scene: Scene;
let first: Metric[];
let second: Metric[];
const url = () => `${scene.product.url}/metrics`;

beforeAll(async () => {
  scene = await openScene();
  first = await scene.scrape();
  const userId = await scene.person();
  await complains(scene, userId);
  await fetch(`${scene.product.url}/`);
  await fetch(`${scene.product.url}/api/staff/me`);
  await fetch(`${scene.product.url}/webhook`, { method: 'POST', body: '{}' });
  second = await scene.scrape();
});
afterAll(() => scene.close());

const figureOf = (metrics: Metric[], series: string): number | undefined =>
  metrics.flatMap(({ samples }) => samples).find((one) => one.series === series)?.value;
const grown = (series: string): number => (figureOf(second, series) ?? 0) - (figureOf(first, series) ?? 0);

describe('GET /metrics', () => {
  it('is of the format in every line', async () => {
    const { text, headers } = await ask(url());
    expect(headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(headers['cache-control']).toBe('no-store');
    expect(parseExposition(text).length).toBeGreaterThan(20);
  });

  it('tells what was done, each thing once', () => {
    const sent = grown('prongsai_events_total{kind="message"}');
    expect(sent).toBeGreaterThan(4);
    expect(grown('prongsai_events_total{kind="follow"}')).toBe(1);
    for (const series of [
      'prongsai_event_seconds_count',
      'prongsai_step_seconds_count',
      'prongsai_line_calls_total{call="reply",status="2xx"}',
      'prongsai_http_answers_total{route="webhook",status="2xx"}',
    ]) {
      expect([series, grown(series)]).toEqual([series, sent + 1]);
    }
    expect(grown('prongsai_http_answers_total{route="webhook",status="4xx"}')).toBe(1);
    expect(grown('prongsai_http_answers_total{route="staff",status="4xx"}')).toBe(1);
    expect(grown('prongsai_http_seconds_count{route="staff"}')).toBe(1);
    expect(figureOf(second, 'prongsai_store_up')).toBe(1);
    for (const job of ['minute', 'sweep', 'witness', 'chores', 'night', 'cards']) {
      expect(figureOf(second, `prongsai_job_runs_total{job="${job}"}`)).toBeGreaterThan(0);
    }
    expect(figureOf(second, 'process_resident_memory_bytes')).toBeGreaterThan(1024 * 1024);
  });

  it('never counts back', () => {
    const counted = (metrics: Metric[]) =>
      metrics.filter(({ type }) => type !== 'gauge').flatMap(({ samples }) => samples);
    const later = new Map(counted(second).map(({ series, value }) => [series, value]));
    expect(counted(first).filter(({ series, value }) => (later.get(series) ?? -1) < value)).toEqual([]);
  });

  it('names no agency, person or path: labels are closed words', () => {
    const values = new Set(
      second
        .flatMap(({ samples }) => samples.flatMap(({ labels }) => Object.entries(labels)))
        .map(([name, value]) => `${name}=${value}`),
    );
    expect([...values].filter((one) => !one.startsWith('le=')).sort()).toMatchInlineSnapshot(`
      [
        "call=commit",
        "call=content",
        "call=push",
        "call=query",
        "call=read",
        "call=reply",
        "job=cards",
        "job=chores",
        "job=minute",
        "job=night",
        "job=sweep",
        "job=witness",
        "kind=follow",
        "kind=group",
        "kind=message",
        "kind=postback",
        "kind=unsend",
        "outcome=ok",
        "outcome=refused",
        "outcome=unavailable",
        "route=public",
        "route=staff",
        "route=webhook",
        "status=2xx",
        "status=3xx",
        "status=4xx",
        "status=5xx",
        "status=none",
      ]
    `);
  });

  it('stands for five minutes', async () => {
    const before = await ask(url());
    await scene.says(await scene.person(), 'สวัสดี');
    expect((await ask(url())).text).toBe(before.text);
    await scene.scrape();
    expect((await ask(url())).text).not.toBe(before.text);
  });

  it('has each of its series in docs/metrics.md, and nothing else stands there', async () => {
    const page = await readFile(new URL('../../docs/metrics.md', import.meta.url), 'utf8');
    const named = [...page.matchAll(/^\| `((?:prongsai|process)_[a-z_]+)`/gm)].map(([, name]) => name);
    // LINE's stand-in has no limit to its messages until it is set one.
    const told = [...second.map(({ name }) => name), 'prongsai_line_quota_left'];
    expect([...named].sort()).toEqual([...new Set(told)].sort());
    const used = [...page.matchAll(/\b(?:prongsai|process)_[a-z_]+/g)].map(([name]) =>
      name.replace(/_bucket$/, ''),
    );
    expect(used.filter((name) => !told.includes(name))).toEqual([]);
  });
});

describe('who may not read /metrics', () => {
  it.each([
    ['through a proxy on this machine', { 'x-forwarded-host': 'line.example.go.th' }],
    ['through one that names the caller', { 'x-forwarded-for': '203.0.113.7' }],
    ['through one that follows the standard', { forwarded: 'for=203.0.113.7' }],
    ['by a name that is not this machine', { host: 'line.example.go.th' }],
  ])('%s: is answered as where nothing stands', async (_how, headers) => {
    const refused = await ask(url(), headers);
    const nothing = await ask(`${scene.product.url}/metrical`, headers);
    expect(refused.status).toBe(404);
    expect(refused.text).toBe(nothing.text);
    const { date: _date, ...told } = refused.headers;
    const { date: _other, ...others } = nothing.headers;
    expect(told).toEqual(others);
  });
});

describe('with METRICS_TOKEN', () => {
  let guarded: Scene;
  beforeAll(async () => {
    guarded = await openScene({ METRICS_TOKEN: TOKEN });
  });
  afterAll(() => guarded.close());

  it('answers the bearer from anywhere, and nobody else', async () => {
    const at = `${guarded.product.url}/metrics`;
    const outside = { 'x-forwarded-host': 'line.example.go.th' };
    const bearer = { authorization: `Bearer ${TOKEN}` };
    expect((await ask(at, { ...outside, ...bearer })).status).toBe(200);
    expect((await ask(at)).status).toBe(404);
    for (const wrong of [
      TOKEN,
      `Bearer ${TOKEN}x`,
      `Bearer ${TOKEN.slice(1)}`,
      `bearer ${TOKEN}`,
      'Bearer ',
    ]) {
      expect((await ask(at, { authorization: wrong })).status).toBe(404);
    }
  });
});
