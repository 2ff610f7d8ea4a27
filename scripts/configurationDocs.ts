import { z } from 'zod';
import { configSchema } from '../server/src/config/configSchema.ts';

interface Variable {
  readonly name: string;
  readonly description: string;
  readonly defaultValue: string | null;
  readonly isSecret: boolean;
}

const variables = (): readonly Variable[] =>
  Object.entries(configSchema.shape).map(([name, schema]) => {
    const meta = z.globalRegistry.get(schema) as { description?: string; secret?: boolean } | undefined;
    const parsed = schema.safeParse(undefined);
    const value = parsed.success ? parsed.data : undefined;
    return {
      name,
      description: meta?.description ?? '',
      defaultValue: value === undefined ? null : String(value),
      isSecret: meta?.secret === true,
    };
  });

/** Columns of one width, as the formatter writes them. */
const table = (rows: readonly (readonly string[])[]): string => {
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const [head = '', ...body] = rows.map((row) => line(row.map((cell, column) => cell.padEnd(widths[column] ?? 0))));
  return [head, line(widths.map((width) => '-'.repeat(width))), ...body].join('\n');
};

/** docs/configuration.md as it must be for the schema as it is. */
export const configurationPage = (): string => {
  const rows = variables().map(({ name, description, defaultValue, isSecret }) => [
    `\`${name}\``,
    defaultValue === null ? '' : `\`${defaultValue}\``,
    `${description}${isSecret ? ' Secret.' : ''}`,
  ]);
  return `# Configuration

<!-- Made from server/src/config/configSchema.ts by \`npm run docs:config\`; do not edit. -->

Everything is set by environment variables, read once at the start. A variable that is empty counts as not set. All problems are
reported at once, with exit code 78. Secrets never appear in logs or messages.

A secret can also be given as a file, the way containers and systemd hand secrets over: \`NAME_FILE\` is the path of a file that holds
what \`NAME\` would hold. A file that is missing or empty, and a secret given in both ways, are configuration errors.

${table([['variable', 'default', 'what it is for'], ...rows])}

With \`ENTRA_CLIENT_ID\` unset, Undersign starts as a demo with a made-up tenant beside it. How to make an app registration is told in
[deploy.md](deploy.md). For a national cloud set \`ENTRA_AUTHORITY\` and \`GRAPH_URL\` together; plain http is accepted for loopback
addresses only, because secrets and tokens travel there.

With \`DATABASE_URL\` set, nothing is kept in \`DATA_DIR\` (but by a demo). The address must name the database. With a database server on another machine
let it be reached by TLS (\`?tls=true\`; \`mongodb+srv\` does so by itself).
`;
};

/** .env.example as it must be for the schema as it is. */
export const environmentExample = (): string => {
  const blocks = variables().map(
    ({ name, description, defaultValue, isSecret }) =>
      `# ${description}\n#${name}=${defaultValue ?? ''}\n${isSecret ? `#${name}_FILE=\n` : ''}`,
  );
  return `# Made from server/src/config/configSchema.ts by \`npm run docs:config\`; do not edit.\n\n${blocks.join('\n')}`;
};
