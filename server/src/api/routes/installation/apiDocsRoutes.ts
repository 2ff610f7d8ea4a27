import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Express, RequestHandler } from 'express';
import { fixedFile, fixedWhenAsked } from '../../answers/fixedFile.ts';

/** Of a library that shows OpenAPI descriptions; from here, so that no other server is asked and no script of another runs. */
const library = 'node_modules/swagger-ui-dist';
const files = [
  ['swagger-ui.css', 'text/css'],
  ['swagger-ui-bundle.js', 'text/javascript'],
] as const;

/** Its links are whole, because the page has two addresses: with a slash at the end and without. */
const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Undersign API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
</head>
<body>
<div id="docs"></div>
<noscript>The description itself is at <a href="/api/openapi.json">openapi.json</a>.</noscript>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/open.js"></script>
</body>
</html>
`;

/** Keys that are tried out there are forgotten with the page; nothing is sent to a validator on the Internet. */
const opening = `SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  docExpansion: 'list',
  filter: true,
  persistAuthorization: false,
  validatorUrl: null,
});
`;

interface ApiDocs {
  readonly projectDir: string;
  /** Makes the description itself. */
  readonly describe: () => object;
  /** Comes before each of them: anybody may ask. */
  readonly count: RequestHandler;
}

/** The description of the API, for programs and as a page to read and to try things on. */
export const mountApiDocs = (app: Express, { projectDir, describe, count }: ApiDocs): void => {
  const serve = (path: string, handler: RequestHandler): void => void app.get(path, count, handler);
  serve(
    '/api/openapi.json',
    fixedWhenAsked('application/json', () => JSON.stringify(describe())),
  );
  serve('/api/docs', fixedFile('text/html', page));
  serve('/api/docs/open.js', fixedFile('text/javascript', opening));
  // Two megabytes that most servers are never asked for.
  for (const [name, type] of files)
    serve(
      `/api/docs/${name}`,
      fixedWhenAsked(type, () => readFileSync(join(projectDir, library, name), 'utf8')),
    );
};
