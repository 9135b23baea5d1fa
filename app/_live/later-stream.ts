import type { ArticleFollower, BrowserStream } from './browser-stream';
import type { People } from './stream-message';

/** How long after it could not be fetched the code is asked for again, in milliseconds. */
const AGAIN = 5_000;

type Load = () => Promise<BrowserStream>;

/** A person's stream in this browser, whose code is fetched when something is first followed: no page waits for it. */
export class LaterStream {
  #stream: BrowserStream | null = null;
  #loading: Promise<BrowserStream> | null = null;

  constructor(private readonly load: Load) {}

  readonly followArticle = (follower: ArticleFollower) =>
    this.#from((stream) => stream.followArticle(follower));
  readonly followNotices = (listener: () => void) => this.#from((stream) => stream.followNotices(listener));
  readonly subscribePeople = (listener: () => void) =>
    this.#from((stream) => {
      listener();
      return stream.subscribePeople(listener);
    });
  readonly peopleOf = (articleId: string): People => this.#stream?.peopleOf(articleId) ?? NOBODY;
  readonly wake = (): void => this.#stream?.wake();

  /** Begins as soon as the stream is there, unless it has been ended by then. */
  #from(begin: (stream: BrowserStream) => () => void): () => void {
    let end: (() => void) | null = null;
    let isOver = false;
    if (this.#stream) end = begin(this.#stream);
    else
      void this.#loaded().then((stream) => {
        if (!isOver) end = begin(stream);
      });
    return () => {
      isOver = true;
      end?.();
    };
  }

  #loaded(): Promise<BrowserStream> {
    return (this.#loading ??= this.load().then(
      (stream) => (this.#stream = stream),
      async () => {
        await new Promise((done) => setTimeout(done, AGAIN));
        this.#loading = null;
        return this.#loaded();
      },
    ));
  }
}

const NOBODY: People = [];

const streams = new Map<string, LaterStream>();

/** The stream of a person in this browser: their own, whoever else signs in here. */
export function streamOf(userId: string): LaterStream {
  const stream = streams.get(userId) ?? new LaterStream(() => browserStream(userId));
  streams.set(userId, stream);
  return stream;
}

async function browserStream(userId: string): Promise<BrowserStream> {
  const [{ BrowserStream }, { browserLiveEnvironment }] = await Promise.all([
    import('./browser-stream'),
    import('./browser-live-environment'),
  ]);
  return new BrowserStream(browserLiveEnvironment(), userId);
}
