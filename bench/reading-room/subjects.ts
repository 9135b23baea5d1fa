import type { Adding } from './add';
import type { Subject } from './load';

/** What runs in the page must name nothing from outside of it. */

export const APP: Subject & Adding = {
  text: '[data-article-text]',
  press: () => {
    if (document.querySelector('[data-marker][aria-expanded=true]')) return true;
    document
      .querySelector('[data-article-text] mark')
      ?.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    return false;
  },
  prepare: (paragraph) => {
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    (document.activeElement as HTMLElement | null)?.blur();
    const block = document.querySelectorAll('[data-article-text] p')[paragraph]!;
    block.scrollIntoView({ block: 'center', behavior: 'instant' });
    const segments = [...block.querySelectorAll('[data-start]')].filter(
      ({ textContent }) => textContent.length > 30,
    );
    const words = (segments[Math.floor(segments.length / 2)] ?? block.querySelector('[data-start]')!)
      .firstChild!;
    const range = document.createRange();
    range.setStart(words, 0);
    range.setEnd(words, Math.min(40, words.textContent!.length));
    getSelection()!.removeAllRanges();
    getSelection()!.addRange(range);
  },
  add: () => void document.dispatchEvent(new KeyboardEvent('keydown', { key: 'c', bubbles: true })),
};

/** An annotation that another editor makes, and that arrives by the live feed: no form is opened for it. */
export const ARRIVING: Adding = {
  text: APP.text,
  prepare: async (paragraph) => {
    const block = document.querySelectorAll('[data-article-text] p')[paragraph]!;
    block.scrollIntoView({ block: 'center', behavior: 'instant' });
    const articleId = location.pathname.split('/').at(-1)!;
    const { revision } = await (await fetch(`/api/v1/articles/${articleId}`)).json();
    const segments = [...block.querySelectorAll<HTMLElement>('[data-start]')];
    const longest = segments.sort((a, b) => b.textContent!.length - a.textContent!.length)[0]!;
    const [start, exact] = [Number(longest.dataset.start), [...longest.textContent!].slice(0, 30).join('')];
    window.prepared = {
      articleId,
      revisionId: revision.id,
      kind: 'claim',
      spans: [{ start, end: start + [...exact].length, exact }],
    };
  },
  add: () =>
    void fetch(`/api/v1/annotations/${crypto.randomUUID()}`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(window.prepared),
    }),
};

interface Recogito {
  addAnnotation: (annotation: object) => void;
  getSelected: () => unknown[];
}
declare global {
  interface Window {
    annotator?: Recogito;
    prepared?: object;
  }
}

export const RECOGITO: Subject & Adding = {
  text: 'main',
  press: () => {
    if (window.annotator?.getSelected().length) return true;
    const painted = document.querySelector('.r6o-span-highlight-layer .r6o-annotation');
    if (!painted) return false;
    const { left, top, width, height } = painted.getBoundingClientRect();
    const [clientX, clientY] = [left + width / 2, top + height / 2];
    const target = document.elementFromPoint(clientX, clientY) ?? document.querySelector('main')!;
    for (const type of ['pointerdown', 'pointerup'])
      target.dispatchEvent(
        new PointerEvent(type, { clientX, clientY, bubbles: true, button: 0, isPrimary: true }),
      );
    return false;
  },
  prepare: (paragraph) => {
    const main = document.querySelector('main')!;
    const block = main.querySelectorAll('p')[paragraph]!;
    block.scrollIntoView({ block: 'center', behavior: 'instant' });
    const before = document.createRange();
    before.setStart(main, 0);
    before.setEnd(block.firstChild!, 120);
    const start = before.toString().length;
    const id = `added-${paragraph}`;
    window.prepared = {
      id,
      bodies: [],
      target: {
        annotation: id,
        selector: [{ quote: block.textContent!.slice(120, 160), start, end: start + 40 }],
      },
    };
  },
  add: () => window.annotator!.addAnnotation(window.prepared!),
};
