import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';

interface Operation {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}

export interface OpenApiDocument {
  readonly components: object;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

export interface OpenApiCheck {
  /** Throws when a response is not what the description promises. */
  check(method: string, path: string, response: Response): Promise<void>;
  /** Names of the operations that answered with success so far. */
  readonly succeeded: ReadonlySet<string>;
}

const bodiless = new Set([303, 304]);
const escapePointer = (text: string): string =>
  encodeURIComponent(text.replaceAll('~', '~0').replaceAll('/', '~1')).replaceAll('%7E', '~');

interface Validator {
  readonly ajv: Ajv2020;
  readonly schemaAt: (pointer: string) => ValidateFunction;
}

const openValidator = (document: object): Validator => {
  // Asked a few times: what makes asking faster costs more than it saves.
  const ajv = new Ajv2020({
    strict: false,
    allErrors: true,
    validateSchema: false,
    inlineRefs: false,
    code: { optimize: false },
  });
  formats.default(ajv);
  ajv.addSchema(document, 'api');
  const compiled = new Map<string, ValidateFunction>();
  const schemaAt = (pointer: string): ValidateFunction => {
    const known = compiled.get(pointer) ?? ajv.compile({ $ref: `api#${pointer}` });
    compiled.set(pointer, known);
    return known;
  };
  return { ajv, schemaAt };
};

const validators = new Map<string, Validator>();

/** One for all servers of a process that describe their routes alike. */
const validatorOf = ({ paths, components }: OpenApiDocument): Validator => {
  const routes = { paths, components };
  const key = JSON.stringify(routes);
  const validator = validators.get(key) ?? openValidator(routes);
  validators.set(key, validator);
  return validator;
};

/** Holds every response against the server's own description of itself. OpenAPI 3.1 schemas are JSON Schema 2020-12. */
export const openApiCheck = (document: OpenApiDocument): OpenApiCheck => {
  const { ajv, schemaAt } = validatorOf(document);
  const succeeded = new Set<string>();
  const templates = Object.keys(document.paths).map((template) => ({
    template,
    pattern: new RegExp(`^${template.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
  }));

  const expectShape = (what: string, pointer: string, body: unknown): void => {
    const validate = schemaAt(pointer);
    if (!validate(body)) throw new Error(`${what} is not as described: ${ajv.errorsText(validate.errors)}`);
  };

  const checkSuccess = async (place: DescribedPlace, response: Response): Promise<void> => {
    const { what, template, method } = place;
    const operation = document.paths[template]?.[method];
    if (operation === undefined) throw new Error(`${what} is not described.`);
    succeeded.add(operation.operationId);
    if (bodiless.has(response.status)) return;
    const described = operation.responses[String(response.status)];
    if (described === undefined) throw new Error(`${what} is not a described status.`);
    const content = described.content ?? {};
    const type = typeOf(response);
    if (Object.keys(content).length > 0 && !(type in content)) throw new Error(`${what} answers ${type}.`);
    if (type !== 'application/json') return;
    const pointer = ['paths', template, method, 'responses', String(response.status), 'content', type, 'schema'];
    expectShape(what, `/${pointer.map(escapePointer).join('/')}`, await response.clone().json());
  };

  return {
    succeeded,
    check: async (method, path, response) => {
      const what = `${method} ${path} ${String(response.status)}`;
      if (response.status < 400) {
        const template = templates.find(({ pattern }) => pattern.test(path.split('?')[0] ?? ''))?.template ?? '';
        await checkSuccess({ what, template, method: method.toLowerCase() }, response);
        return;
      }
      if (typeOf(response) !== 'application/problem+json')
        throw new Error(`${what} answers ${typeOf(response)} instead of a problem.`);
      expectShape(what, '/components/schemas/Problem', await response.clone().json());
    },
  };
};

const typeOf = (response: Response): string => (response.headers.get('content-type') ?? '').split(';')[0] ?? '';

interface DescribedPlace {
  readonly what: string;
  readonly template: string;
  readonly method: string;
}
