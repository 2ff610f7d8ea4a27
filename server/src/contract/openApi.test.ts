import { expect, test } from '@jest/globals';
import { openApiDocument } from './openApi.ts';

const { paths = {} } = openApiDocument('https://undersign.example', '1');
const bodyOf = (method: 'post' | 'put' | 'patch', path: string) => {
  const body = paths[path]?.[method]?.requestBody;
  return body !== undefined && 'required' in body ? body.required : undefined;
};

test.each([
  ['put', '/api/selection', true],
  ['patch', '/api/teammates/{id}', true],
  ['post', '/api/overrides', true],
  // The bytes of a file.
  ['post', '/api/overrides/file', true],
  // What kind of sync it is may be left out.
  ['post', '/api/sync/runs', false],
  // It takes none.
  ['post', '/api/teammates/{id}/refresh', undefined],
] as const)('a body is told as required where nothing is refused: %s %s', (method, path, required) => {
  expect(bodyOf(method, path)).toBe(required);
});
