import { type AnswerName, componentSchemas, jsonSchema } from './components';
import type { Operation } from './operation';
import { OPERATIONS } from './operations';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const pageOf = (name: AnswerName) => ({
  type: 'object',
  required: ['items', 'nextCursor'],
  properties: { items: { type: 'array', items: ref(name) }, nextCursor: { type: ['string', 'null'] } },
});

/** The description of the API, made from the schemas that parse its requests. */
export function openApiDocument(address: string): unknown {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of OPERATIONS) (paths[operation.path] ??= {})[operation.method] = described(operation);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Touchstone',
      version: '1',
      description:
        'Articles marked up with claims, quotes and predictions. All offsets are Unicode code points, half-open. Errors are application/problem+json with a stable `code`.',
    },
    servers: [{ url: `${address}/api/v1` }],
    security: [{ token: [] }, { session: [] }],
    paths,
    components: {
      schemas: componentSchemas(),
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer' },
        session: { type: 'apiKey', in: 'cookie', name: 'next-auth.session-token' },
      },
    },
  };
}

function described({ method, path, summary, query, body, ifMatch, answers }: Operation) {
  return {
    operationId: `${method}${path.replace(/\W+(\w)/g, (_, letter: string) => letter.toUpperCase()).replace(/\W/g, '')}`,
    summary,
    parameters: [
      ...[...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
        name,
        in: 'path',
        required: true,
        schema: pathParameterSchema(name!),
      })),
      ...queryParameters(query),
      ...(ifMatch
        ? [{ name: 'If-Match', in: 'header', required: ifMatch === 'required', schema: { type: 'string' } }]
        : []),
    ],
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: ref(body) } } } }),
    responses: {
      ...Object.fromEntries(Object.entries(answers).map(([status, answer]) => [status, answered(answer)])),
      default: {
        description: 'Refused',
        content: { 'application/problem+json': { schema: ref('Problem') } },
      },
    },
  };
}

function pathParameterSchema(name: string) {
  if (name === 'number') return { type: 'integer', minimum: 1 };
  return { type: 'string', ...(name !== 'workspace' && { format: 'uuid' }) };
}

function queryParameters(query: Operation['query']) {
  if (!query) return [];
  const { properties = {}, required = [] } = jsonSchema(query, 'input') as {
    properties?: Record<string, unknown>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema,
  }));
}

function answered(answer: Operation['answers'][number]) {
  if (answer === 'nothing') return { description: 'Done' };
  if ('media' in answer)
    return { description: 'Done', content: { [answer.media]: { schema: { type: 'string' } } } };
  const schema = 'one' in answer ? ref(answer.one) : pageOf(answer.page);
  return { description: 'Done', content: { 'application/json': { schema } } };
}
