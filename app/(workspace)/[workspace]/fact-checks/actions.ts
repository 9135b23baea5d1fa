'use server';
import { revalidatePath } from 'next/cache';
import { requireContext } from '@/lib/auth/current-context';
import type { FactCheck } from '@/lib/domain/fact-check';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { correctFactCheck } from '@/lib/usecases/correct-fact-check';
import { editFactCheck } from '@/lib/usecases/edit-fact-check';
import { publishFactCheck } from '@/lib/usecases/publish-fact-check';
import { settleCorrectionRequest } from '@/lib/usecases/settle-correction-request';
import { unpublishFactCheck } from '@/lib/usecases/unpublish-fact-check';

/** What a change of a public page came to, or the words of its refusal. */
type Told = Result<Pick<FactCheck, 'id'>, { code: string; message: string }>;

const contextAt = (slug: string) => requireContext(`/${slug}/fact-checks`);

export async function publish(slug: string, body: unknown): Promise<Told> {
  const published = await publishFactCheck(await contextAt(slug), { slug, body });
  return told(slug, published.ok ? ok(published.value.factCheck) : published);
}

export async function edit(slug: string, id: string, version: number, body: unknown): Promise<Told> {
  return told(slug, await editFactCheck(await contextAt(slug), { id, body, ifMatch: String(version) }));
}

export async function correct(slug: string, id: string, version: number, body: unknown): Promise<Told> {
  return told(slug, await correctFactCheck(await contextAt(slug), { id, body, ifMatch: String(version) }));
}

export async function unpublish(slug: string, id: string, version: number, reason: string): Promise<Told> {
  const body = { reason };
  return told(slug, await unpublishFactCheck(await contextAt(slug), { id, body, ifMatch: String(version) }));
}

export async function settle(
  slug: string,
  id: string,
  version: number,
  body: { state: 'open' | 'settled'; note: string | null },
): Promise<Told> {
  const settled = await settleCorrectionRequest(await contextAt(slug), {
    id,
    body,
    ifMatch: String(version),
  });
  return told(slug, settled);
}

/** Pages that show it are made anew, also after a refusal: what is there is another thing than was shown. */
function told(slug: string, outcome: Result<{ id: string }, Failure>): Told {
  revalidatePath(`/${slug}/fact-checks`, 'layout');
  return outcome.ok ? ok({ id: outcome.value.id }) : err(inWords(outcome.error));
}

/** What is wrong, without the names that the fields have in the API. */
function inWords({ code, message, issues }: Failure): { code: string; message: string } {
  const each = (issues ?? []) as { message: string }[];
  if (each.length === 0) return { code, message };
  return { code, message: `${each.map((issue) => issue.message).join(' ')} Nothing was published.` };
}
