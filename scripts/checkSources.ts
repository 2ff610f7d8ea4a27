/**
 * `npm run check`: types and lint in one pass. Each of them alone reads all sources and works out every type, which is
 * most of what either costs; here lint asks the program whose types were just checked.
 */
import { join } from 'node:path';
import { ESLint } from 'eslint';
import ts from 'typescript';

const project = join(import.meta.dirname, '..');

const openProgram = (): ts.Program => {
  const file = join(project, 'tsconfig.json');
  const read = ts.readConfigFile(file, (path) => ts.sys.readFile(path));
  const { fileNames, options } = ts.parseJsonConfigFileContent(read.config, ts.sys, project);
  return ts.createProgram(fileNames, options);
};

const wrongTypes = (program: ts.Program): number => {
  const found = ts.getPreEmitDiagnostics(program);
  const host = {
    getCanonicalFileName: (name: string) => name,
    getCurrentDirectory: () => project,
    getNewLine: () => '\n',
  };
  if (found.length > 0) console.error(ts.formatDiagnosticsWithColorAndContext(found, host));
  return found.length;
};

const lintFaults = async (program: ts.Program): Promise<number> => {
  const eslint = new ESLint({
    cwd: project,
    overrideConfig: {
      files: ['**/*.{ts,tsx}'],
      languageOptions: { parserOptions: { programs: [program], projectService: false } },
    },
  });
  const results = await eslint.lintFiles('.');
  const formatter = await eslint.loadFormatter('stylish');
  const text = await formatter.format(results);
  if (text !== '') console.error(text);
  return results.reduce((sum, { errorCount, warningCount }) => sum + errorCount + warningCount, 0);
};

const program = openProgram();
const faults = wrongTypes(program) + (await lintFaults(program));
process.exitCode = faults === 0 ? 0 : 1;
