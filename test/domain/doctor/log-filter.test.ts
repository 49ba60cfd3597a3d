import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { coversTips, TIP_LOG_FILTER } from '../../../domain/doctor/log-filter.ts';

it.each([
  ['ours', [TIP_LOG_FILTER]],
  ['ours, of one kind of service', [`resource.type="cloud_run_revision" AND ${TIP_LOG_FILTER}`]],
  ['one that leaves out everything', ['httpRequest.requestUrl=~".*"']],
  ['two that do it together', ['httpRequest.requestUrl=~"/tips?"', 'httpRequest.requestUrl =~ "track"']],
  ['escaped slashes', ['httpRequest.requestUrl=~"\\\\/(api\\\\/)?(tips?|track)"']],
])('a log exclusion covers tips: %s', (_, filters) => {
  expect(coversTips(filters)).toBe(true);
});

it.each([
  ['none', []],
  ['the pages alone', ['httpRequest.requestUrl=~"go.th/(tip|track)([/?]|$)"']],
  ['one of them alone', ['httpRequest.requestUrl=~"/tip"']],
  ['a share of them', [`${TIP_LOG_FILTER} AND sample(insertId, 0.5)`]],
  ['only what failed', [`${TIP_LOG_FILTER} AND severity>=ERROR`]],
  ['the opposite', [`NOT ${TIP_LOG_FILTER}`]],
  ['another service', [`resource.type="gce_instance" AND ${TIP_LOG_FILTER}`]],
  ['what is no pattern', ['httpRequest.requestUrl=~"("']],
])('a log exclusion does not cover tips: %s', (_, filters) => {
  expect(coversTips(filters)).toBe(false);
});

it('is the filter that the documentation says', async () => {
  const page = await readFile(new URL('../../../docs/doctor.md', import.meta.url), 'utf8');
  expect(page.split(TIP_LOG_FILTER)).toHaveLength(3);
});
