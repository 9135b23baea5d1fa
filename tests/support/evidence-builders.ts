import type { CaptureWithText } from '@/lib/domain/capture';
import type { WebPolicy } from '@/lib/guard/web-policy';
import { captureEvidence } from '@/lib/usecases/capture-evidence';
import type { Context } from '@/lib/usecases/context';
import { valueOf } from './failure-code';

/** A policy of tests alone: it lets nothing through, and no name resolves. */
export const NO_WEB: WebPolicy = {
  allowsName: () => true,
  allowsAddress: () => false,
  allowsPort: () => true,
  resolve: async () => [],
  mostRedirects: 5,
  timeLimit: 2_000,
  mostBytes: 100_000,
};

/** A policy of tests alone, under which every name leads to a server on this machine at its port. */
export const webAt = (port: number, given: Partial<WebPolicy> = {}): WebPolicy => ({
  ...NO_WEB,
  allowsAddress: (address) => address === '127.0.0.1',
  allowsPort: (asked) => asked === String(port),
  resolve: async () => [{ address: '127.0.0.1', family: 4 }],
  ...given,
});

/** A page that could not be fetched, unless a policy lets it be. */
export async function aCapture(
  context: Context,
  slug: string,
  url = 'https://harbour.example.org/log',
  policy: WebPolicy = NO_WEB,
): Promise<CaptureWithText> {
  return valueOf(await captureEvidence(context, { slug, body: { url } }, policy)).capture;
}
