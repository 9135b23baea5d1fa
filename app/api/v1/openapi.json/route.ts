import { otherMethodsThan } from '@/app/api/v1/_http/other-methods';
import { openApiDocument } from '@/app/api/v1/_openapi/document';
import { env } from '@/lib/env';

export const dynamic = 'force-dynamic';

export const GET = (): Response => Response.json(openApiDocument(env().NEXTAUTH_URL.replace(/\/$/, '')));

export const { OPTIONS, POST, PUT, PATCH, DELETE } = otherMethodsThan('GET');
