import type { Tab } from './browser';

export interface Scripts {
  /** Compressed bytes of the scripts that the page itself names. */
  ofPage: number;
  /** Beside them, what is fetched in the first second after loading: parts of pages that links lead to. */
  ahead: number;
  /** And in the seconds after that: parts of this page that are needed later. */
  later: number;
  /** Compressed bytes of the page itself. */
  document: number;
  largest: { file: string; bytes: number }[];
}

/** What is sent of JavaScript to a page that nobody touches. */
export async function sentScripts({ page, cdp }: Tab, url: string): Promise<Scripts> {
  await cdp.send('Network.enable');
  const types = new Map<string, { type: string; url: string }>();
  const sent = new Map<string, { file: string; bytes: number; isLater: boolean }>();
  let isLater = false;
  let document = 0;
  cdp.on('Network.responseReceived', ({ requestId, type, response }) =>
    types.set(requestId, { type, url: response.url }),
  );
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const { type, url: address } = types.get(requestId) ?? {};
    if (type === 'Document') document = encodedDataLength;
    if (type === 'Script')
      sent.set(requestId, { file: address!.split('/').at(-1)!, bytes: encodedDataLength, isLater });
  });
  const answer = await page.goto(url, { waitUntil: 'load' });
  const html = await answer!.text();
  await page.waitForTimeout(1_000);
  isLater = true;
  await page.waitForTimeout(4_000);
  const all = [...sent.values()];
  const sum = (files: typeof all): number => files.reduce((total, { bytes }) => total + bytes, 0);
  const isOfPage = ({ file }: { file: string }): boolean => html.includes(`/${file}"`);
  return {
    ofPage: sum(all.filter(isOfPage)),
    ahead: sum(all.filter((file) => !isOfPage(file) && !file.isLater)),
    later: sum(all.filter((file) => !isOfPage(file) && file.isLater)),
    document,
    largest: all
      .toSorted((a, b) => b.bytes - a.bytes)
      .slice(0, 12)
      .map(({ file, bytes }) => ({ file, bytes })),
  };
}
