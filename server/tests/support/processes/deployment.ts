import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DockerfileParser } from 'dockerfile-ast';
import { parse } from 'yaml';
import { z } from 'zod';
import { configSchema, secretVariables } from '../../../src/config/configSchema.ts';
import { repositoryRoot } from '../cruise.ts';

export const textOf = (path: string): string => readFileSync(join(repositoryRoot, path), 'utf8');

/** Every variable that a server started by an operator may be given. */
export const knownVariables: readonly string[] = [
  ...Object.keys(configSchema.shape),
  ...secretVariables.map((name) => `${name}_FILE`),
  'NODE_ENV',
];

export interface Step {
  readonly keyword: string;
  readonly text: string;
  readonly words: readonly string[];
}

export interface Stage {
  readonly image: string;
  readonly name: string | null;
  readonly steps: readonly Step[];
}

export const readDockerfile = (): readonly Stage[] => {
  const dockerfile = DockerfileParser.parse(textOf('Dockerfile'));
  const stages: { image: string; name: string | null; steps: Step[] }[] = [];
  for (const from of dockerfile.getInstructions()) {
    const keyword = from.getKeyword();
    const words = from.getArguments().map((argument) => argument.getValue());
    // The arguments alone lack flags such as --from.
    const text = from.getTextContent().slice(keyword.length).trim();
    if (keyword !== 'FROM') stages.at(-1)?.steps.push({ keyword, words, text });
    else stages.push({ image: words[0] ?? '', name: words[2] ?? null, steps: [] });
  }
  return stages;
};

/** What a stage takes from the repository, not from another stage. */
export const copiedFiles = ({ steps }: Stage): readonly string[] =>
  steps
    .filter(({ keyword, text }) => keyword === 'COPY' && !text.startsWith('--from='))
    .flatMap(({ words }) => words.slice(0, -1));

/** Docker's own dialect: `*` is a name, one that begins with a dot too, and `**` any number of folders. */
const globOf = (pattern: string): RegExp => {
  const escaped = pattern.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('**/', '(?:.+/)?').replace(/(?<!\.)\*/g, '[^/]*')}$`);
};

/** Whether .dockerignore lets a file through: the last line that matches it, or a folder above it, decides. */
export const isInContext = (path: string): boolean => {
  const folders = path.split('/').map((_name, index, names) => names.slice(0, index + 1).join('/'));
  let isLetThrough = true;
  for (const line of textOf('.dockerignore').split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const pattern = line.replace(/^!/, '');
    if (folders.some((folder) => globOf(pattern).test(folder))) isLetThrough = line.startsWith('!');
  }
  return isLetThrough;
};

const conditions = z.record(z.string(), z.object({ condition: z.string() }));

const service = z.object({
  image: z.string(),
  build: z.string().optional(),
  user: z.string().optional(),
  restart: z.string(),
  read_only: z.boolean().default(false),
  cap_drop: z.array(z.string()).default([]),
  cap_add: z.array(z.string()).default([]),
  security_opt: z.array(z.string()).default([]),
  privileged: z.boolean().default(false),
  environment: z.record(z.string(), z.string()).default({}),
  secrets: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  networks: z.array(z.string()).default([]),
  ports: z.array(z.string()).default([]),
  depends_on: conditions.default({}),
  command: z.array(z.string()).default([]),
  healthcheck: z.object({ test: z.array(z.string()).optional(), disable: z.boolean().optional() }).optional(),
});

export type Service = z.infer<typeof service>;

const composition = z.object({
  services: z.record(z.string(), service),
  networks: z.record(z.string(), z.object({ internal: z.boolean().default(false) })),
  volumes: z.record(z.string(), z.object({})),
  secrets: z.record(z.string(), z.object({ file: z.string() })),
});

export const readComposition = () => composition.parse(parse(textOf('compose.yaml'), { merge: true }));

/** The directives of a systemd unit, each with all its values. */
export const readUnit = (path: string): ReadonlyMap<string, readonly string[]> => {
  const directives = new Map<string, string[]>();
  for (const line of textOf(path).split('\n')) {
    const [, name, value] = /^(\w+)=(.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) directives.set(name, [...(directives.get(name) ?? []), value]);
  }
  return directives;
};
