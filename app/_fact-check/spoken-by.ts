import type { FactCheckContent } from '@/lib/domain/fact-check';

/** The chain of who said it, the innermost first: "Lena Ozols, via the harbour office". Null where nobody is named. */
export function spokenBy(saidBy: FactCheckContent['saidBy']): string | null {
  const [speaker, ...relays] = saidBy.map(({ name }) => name);
  if (speaker === undefined) return null;
  return [speaker, ...relays.map((relay) => `via ${relay}`)].join(', ');
}
