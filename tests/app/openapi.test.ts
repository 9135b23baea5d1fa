import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { componentSchemas } from '@/app/api/v1/_openapi/components';
import { openApiDocument } from '@/app/api/v1/_openapi/document';
import { OPERATIONS } from '@/app/api/v1/_openapi/operations';

const ROOT = path.resolve('app/api/v1');

/** The operations that the route files export, as `get /articles/{article}`. */
function routes(folder = ROOT): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return entry.name.startsWith('_') ? [] : routes(full);
    if (entry.name !== 'route.ts') return [];
    const address = `/${path.relative(ROOT, folder)}`.replace(/\[(\w+)\]/g, '{$1}');
    const methods = [...readFileSync(full, 'utf8').matchAll(/export const (GET|POST|PUT|PATCH|DELETE)\b/g)];
    return methods.map(([, method]) => `${method!.toLowerCase()} ${address}`);
  });
}

describe('the description of the API', () => {
  test('names exactly the operations that the routes serve', () => {
    const described = OPERATIONS.map(({ method, path }) => `${method} ${path}`);
    expect(described.sort()).toEqual(
      routes()
        .filter((route) => route !== 'get /openapi.json')
        .sort(),
    );
  });

  test('refers only to schemas that it holds', () => {
    const text = JSON.stringify(openApiDocument('http://127.0.0.1'));
    const { components } = JSON.parse(text) as { components: { schemas: object } };
    const names = new Set([...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name!));
    expect(names.size).toBeGreaterThan(10);
    expect([...names].filter((name) => !(name in components.schemas))).toEqual([]);
  });
});

test('an answer’s schema says what every field is', () => {
  const { Annotation } = componentSchemas() as Record<string, { properties: Record<string, object> }>;
  const untold = (schema: unknown, path: string): string[] =>
    typeof schema !== 'object' || schema === null
      ? []
      : Object.keys(schema).length === 0
        ? [path]
        : Object.entries(schema).flatMap(([key, value]) => untold(value, `${path}.${key}`));
  expect(untold(Annotation!.properties, 'Annotation')).toEqual([]);
});
