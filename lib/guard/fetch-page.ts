import 'server-only';
import http from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { err, type Failure, ok, type Result } from '@/lib/domain/result';
import { PUBLIC_WEB, type ResolvedAddress, type WebPolicy } from './web-policy';

export type PageRefusal = Failure<
  | 'address_refused'
  | 'page_not_found'
  | 'page_unreachable'
  | 'page_refused'
  | 'page_too_slow'
  | 'page_too_large'
  | 'page_not_text'
  | 'too_many_redirects'
>;

/** What an address answered: bytes as they came, unpacked; nothing of it has been read or run. */
export interface FetchedPage {
  /** Where the redirects led. */
  finalUrl: string;
  /** `text/html` or `text/plain`. */
  mediaType: 'text/html' | 'text/plain';
  charset: string | null;
  bytes: Buffer;
}

const HEADERS = {
  accept: 'text/html,text/plain;q=0.9',
  'accept-encoding': 'gzip, deflate, br',
  'user-agent': 'Touchstone (keeps a copy of pages cited as evidence)',
};

/**
 * Fetches a web page through the guard. Before each connection, redirects included, the scheme, the port, the name and
 * every address that the name resolves to are checked; the connection then goes to one of the checked addresses and to no
 * other, so that a name that changes its mind in between gains nothing. No cookie, credential or header of anybody goes
 * along. A refusal is said in a sentence for people.
 */
export async function fetchPage(
  address: string,
  policy: WebPolicy = PUBLIC_WEB,
): Promise<Result<FetchedPage, PageRefusal>> {
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), policy.timeLimit);
  try {
    return await followed(address, policy, late.signal);
  } catch (error) {
    return err(late.signal.aborted ? tooSlow(policy) : refusalFrom(error));
  } finally {
    clearTimeout(timer);
    late.abort();
  }
}

async function followed(
  first: string,
  policy: WebPolicy,
  signal: AbortSignal,
): Promise<Result<FetchedPage, PageRefusal>> {
  let address = first;
  for (let redirects = 0; redirects <= policy.mostRedirects; redirects++) {
    const target = await checkedTarget(address, policy, signal);
    if (!target.ok) return target;
    const { url, addresses } = target.value;
    const answer = await request(url, addresses, policy, signal);
    const status = answer.statusCode ?? 0;
    const location = answer.headers.location;
    if (status >= 300 && status < 400 && location) {
      answer.destroy();
      const next = URL.parse(location, url);
      if (!next) return err(refusedAddress('The page leads on to something that is no web address.'));
      address = next.href;
      continue;
    }
    return pageFrom(url, answer, policy, signal);
  }
  return err({
    code: 'too_many_redirects',
    message: `The page leads on from one address to the next, more than ${policy.mostRedirects} times. Use the address it ends at.`,
  });
}

interface Target {
  url: URL;
  /** All of them checked. */
  addresses: ResolvedAddress[];
}

/** Whether an address may be asked, and where exactly it leads. */
async function checkedTarget(
  address: string,
  policy: WebPolicy,
  signal: AbortSignal,
): Promise<Result<Target, PageRefusal>> {
  const url = URL.parse(address);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:'))
    return err(refusedAddress('Only addresses that begin with https:// or http:// are fetched.'));
  if (url.username || url.password)
    return err(refusedAddress('An address with a user name or password in it is not fetched.'));
  if (!policy.allowsPort(url.port))
    return err(refusedAddress(`Port ${url.port} is not fetched from: web pages have port 80 or 443.`));
  // The URL parser has turned every spelling of an IPv4 address (2130706433, 0x7f.1) into the dotted one.
  const host = url.hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();
  const family = isIP(host);
  if (family) {
    if (!policy.allowsAddress(host)) return err(refusedAddress(NOT_PUBLIC));
    return ok({ url, addresses: [{ address: host, family }] });
  }
  if (!policy.allowsName(host)) return err(refusedAddress(NOT_PUBLIC));
  const addresses = await withSignal(policy.resolve(host), signal);
  if (addresses.length === 0) return err(notFound);
  if (!addresses.every((each) => policy.allowsAddress(each.address))) return err(refusedAddress(NOT_PUBLIC));
  return ok({ url, addresses });
}

/** One request to one of the checked addresses; answers as soon as the head has come. */
function request(
  url: URL,
  addresses: readonly ResolvedAddress[],
  policy: WebPolicy,
  signal: AbortSignal,
): Promise<http.IncomingMessage> {
  const { request: send } = url.protocol === 'https:' ? https : http;
  return new Promise((resolve, reject) => {
    const sent = send(
      url,
      {
        // A connection of its own: none that was opened under other rules is used again, and no proxy is asked.
        agent: false,
        signal,
        headers: HEADERS,
        maxHeaderSize: 32_768,
        lookup: (_, options, answer) =>
          options.all
            ? (answer as unknown as AnswerAll)(null, [...addresses])
            : answer(null, addresses[0]!.address, addresses[0]!.family),
      },
      resolve,
    );
    sent.on('socket', (socket) =>
      socket.once('connect', () => {
        if (!policy.allowsAddress(socket.remoteAddress ?? ''))
          sent.destroy(new RefusedConnection('connected elsewhere'));
      }),
    );
    sent.on('error', reject);
    sent.end();
  });
}

type AnswerAll = (error: null, addresses: ResolvedAddress[]) => void;
class RefusedConnection extends Error {}
class TooLarge extends Error {}

async function pageFrom(
  url: URL,
  answer: http.IncomingMessage,
  policy: WebPolicy,
  signal: AbortSignal,
): Promise<Result<FetchedPage, PageRefusal>> {
  const status = answer.statusCode ?? 0;
  const [mediaType, charset] = contentTypeOf(answer.headers['content-type']);
  const refusal =
    status < 200 || status >= 300
      ? notGiven(status)
      : mediaType !== 'text/html' && mediaType !== 'text/plain'
        ? notText(mediaType)
        : Number(answer.headers['content-length']) > policy.mostBytes
          ? tooLarge(policy)
          : null;
  if (refusal) {
    answer.destroy();
    return err(refusal);
  }
  const bytes = await bodyOf(answer, policy, signal).catch((error: unknown) => {
    if (error instanceof TooLarge) return null;
    throw error;
  });
  if (!bytes) return err(tooLarge(policy));
  return ok({ finalUrl: url.href, mediaType: mediaType as FetchedPage['mediaType'], charset, bytes });
}

/** The body, unpacked; stops at the limit, on the wire and after unpacking. */
async function bodyOf(answer: http.IncomingMessage, policy: WebPolicy, signal: AbortSignal): Promise<Buffer> {
  const unpack = UNPACKERS[answer.headers['content-encoding']?.toLowerCase() ?? '']?.();
  const body = unpack ?? answer;
  if (unpack) {
    let packed = 0;
    answer.on('data', (chunk: Buffer) => {
      packed += chunk.length;
      if (packed > policy.mostBytes) answer.destroy(new TooLarge());
    });
    answer.on('error', (error) => unpack.destroy(error));
    answer.pipe(unpack);
  }
  const stop = (): void => void body.destroy(new Error('too slow'));
  signal.addEventListener('abort', stop);
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of body as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > policy.mostBytes) throw new TooLarge();
      chunks.push(chunk);
    }
  } finally {
    signal.removeEventListener('abort', stop);
    answer.destroy();
  }
  return Buffer.concat(chunks);
}

const UNPACKERS: Record<string, () => NodeJS.ReadWriteStream & { destroy(error?: Error): unknown }> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** The media type in lower case without its parameters, and the charset that it names. */
function contentTypeOf(header: string | undefined): [mediaType: string, charset: string | null] {
  const [type = '', ...parameters] = (header ?? '').split(';');
  const mediaType = type.trim().toLowerCase();
  const charset = parameters
    .map((parameter) => /^\s*charset\s*=\s*"?([\w:.-]+)"?\s*$/i.exec(parameter)?.[1] ?? null)
    .find((name) => name !== null);
  return [mediaType === 'application/xhtml+xml' ? 'text/html' : mediaType, charset ?? null];
}

function withSignal<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('too slow')), { once: true });
    work.then(resolve, reject);
  });
}

const NOT_PUBLIC =
  'This address does not lead to the public web but into a private network, so it is not fetched.';
const refusedAddress = (message: string): PageRefusal => ({ code: 'address_refused', message });
const notFound: PageRefusal = {
  code: 'page_not_found',
  message: 'No server has this name. Check the address for a slip.',
};
const tooLarge = ({ mostBytes }: WebPolicy): PageRefusal => ({
  code: 'page_too_large',
  message: `The page is larger than ${Math.floor(mostBytes / 1_000_000)} MB, so no copy was kept.`,
});
const tooSlow = ({ timeLimit }: WebPolicy): PageRefusal => ({
  code: 'page_too_slow',
  message: `The page did not come within ${Math.round(timeLimit / 1_000)} seconds. Try again later.`,
});
const notText = (mediaType: string): PageRefusal => ({
  code: 'page_not_text',
  message:
    mediaType === 'application/pdf'
      ? 'The address gives a PDF, of which no copy is made here. Download it and add it as a file.'
      : `The address gives no page of text${mediaType ? ` but ${mediaType}` : ''}, so no copy was kept.`,
});
const notGiven = (status: number): PageRefusal =>
  status === 404 || status === 410
    ? { code: 'page_refused', message: `The server says that there is no such page (${status}).` }
    : { code: 'page_refused', message: `The server did not give the page out (${status}).` };

function refusalFrom(error: unknown): PageRefusal {
  const code = (error as { code?: string }).code ?? '';
  if (error instanceof RefusedConnection) return refusedAddress(NOT_PUBLIC);
  if (code === 'ENOTFOUND' || code === 'EAI_NODATA') return notFound;
  if (code === 'EAI_AGAIN')
    return {
      code: 'page_unreachable',
      message: 'The server’s name could not be looked up just now. Try again later.',
    };
  if (/^(CERT_|ERR_TLS|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/.test(code))
    return { code: 'page_unreachable', message: 'The server’s certificate is not in order.' };
  return { code: 'page_unreachable', message: 'The server could not be reached, or broke off.' };
}
