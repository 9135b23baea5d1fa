import { z } from 'zod';

const optional = z
  .string()
  .optional()
  .transform((value) => value || undefined);

const schema = z.object({
  DATABASE_URL: z.string({ error: 'is missing: start Touchstone with `npm start`, which sets it' }).min(1),
  NEXTAUTH_URL: z
    .url({ error: 'must be the address people open, such as https://touchstone.example.org' })
    .default('http://127.0.0.1:3000'),
  NEXTAUTH_SECRET: z.string().min(16, 'must have at least 16 characters').optional(),
  DATA_DIR: z.string().default('.data'),
  OIDC_ISSUER: optional,
  OIDC_CLIENT_ID: optional,
  OIDC_CLIENT_SECRET: optional,
  GITHUB_ID: optional,
  GITHUB_SECRET: optional,
});
export type Env = z.output<typeof schema>;

let parsed: Env | undefined;

/** The settings, parsed once. The only reader of `process.env` in the application; throws naming the variable. */
export function env(): Env {
  if (parsed) return parsed;
  const result = schema.safeParse(process.env);
  if (!result.success)
    throw new Error(
      result.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; '),
    );
  return (parsed = result.data);
}
