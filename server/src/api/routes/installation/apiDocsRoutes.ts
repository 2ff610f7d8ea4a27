import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Express, RequestHandler } from 'express';
import { fixedFile } from '../../answers/fixedFile.ts';

/** Of a library that shows OpenAPI descriptions; from here, so that no other server is asked and no script of another runs. */
const library = 'node_modules/swagger-ui-dist';
const files = [
  ['swagger-ui.css', 'text/css'],
  ['swagger-ui-bundle.js', 'text/javascript'],
] as const;

const page = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Undersign API</title>
<link rel="stylesheet" href="docs/swagger-ui.css">
</head>
<body>
<div id="docs"></div>
<noscript>The description itself is at <a href="openapi.json">openapi.json</a>.</noscript>
<script src="docs/swagger-ui-bundle.js"></script>
<script src="docs/open.js"></script>
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

/** The description of the API as a page to read and to try things on. */
export const mountApiDocs = (app: Express, projectDir: string): void => {
  app.get('/api/docs', fixedFile('text/html', page));
  app.get('/api/docs/open.js', fixedFile('text/javascript', opening));
  for (const [name, type] of files) app.get(`/api/docs/${name}`, whenAsked(join(projectDir, library, name), type));
};

/** Two megabytes that most servers are never asked for. */
const whenAsked = (path: string, type: string): RequestHandler => {
  let serve: RequestHandler | null = null;
  return (request, response, next) => {
    serve ??= fixedFile(type, readFileSync(path, 'utf8'));
    return serve(request, response, next);
  };
};
