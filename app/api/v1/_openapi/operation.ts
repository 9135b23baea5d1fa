import type { z } from 'zod';
import type { AnswerName, RequestName } from './components';

/** One operation of the API as the description tells it. */
export interface Operation {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  path: string;
  summary: string;
  query?: z.ZodObject;
  body?: RequestName;
  ifMatch?: 'required' | 'optional';
  /** Statuses of success, with what they answer: one thing, a page of things, a stream or a file, or nothing. */
  answers: Record<number, { one: AnswerName } | { page: AnswerName } | { media: string } | 'nothing'>;
}
