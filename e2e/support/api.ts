import { E2E_URL } from './environment.mjs';

export interface Answer<T> {
  status: number;
  body: T;
  headers: Headers;
}

/** A program that uses the HTTP API with a token, or with nothing. */
export function apiOf(token: string | null) {
  return async <T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> => {
    const response = await fetch(`${E2E_URL}/api/v1${path}`, {
      method,
      headers: {
        ...(token !== null && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    // Not a file of lines, each of which is JSON.
    const isJson = /json\b/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      body: (isJson ? JSON.parse(text) : text) as T,
      headers: response.headers,
    };
  };
}
export type Api = ReturnType<typeof apiOf>;

export interface ApiArticle {
  id: string;
  title: string;
  revision: {
    id: string;
    number: number;
    text: string;
    regions: { start: number; end: number; role: string }[];
  };
}

export const importArticle = async (
  api: Api,
  slug: string,
  raw: string,
  more: object = {},
): Promise<ApiArticle> =>
  (await api<ApiArticle>('POST', `/workspaces/${slug}/articles`, { raw, ...more })).body;

/** The span of words in a text, in code points, as a request names it. */
export function spanOf(text: string, exact: string): { start: number; end: number; exact: string } {
  const unit = text.indexOf(exact);
  if (unit < 0) throw new Error(`the text does not hold “${exact}”`);
  const start = [...text.slice(0, unit)].length;
  return { start, end: start + [...exact].length, exact };
}

export async function putAnnotation(
  api: Api,
  article: ApiArticle,
  kind: string,
  words: string,
  more: object = {},
): Promise<{ id: string; version: number }> {
  const { body } = await api<{ id: string; version: number }>('PUT', `/annotations/${crypto.randomUUID()}`, {
    articleId: article.id,
    revisionId: article.revision.id,
    kind,
    spans: [spanOf(article.revision.text, words)],
    ...more,
  });
  return body;
}
