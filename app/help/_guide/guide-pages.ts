import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** The guide is part of the repository: its files are trusted and read when the app is built. */
const FOLDER = path.join(process.cwd(), 'docs', 'guide');
const IMAGES = path.join(FOLDER, 'images');

export interface GuidePage {
  slug: string;
  title: string;
}

/** The pages in the order in which the index links to them, and what the index says around the links. */
export async function listGuidePages(): Promise<GuidePage[]> {
  const [index, files] = await Promise.all([readGuideIndex(), readdir(FOLDER)]);
  const links = [...index.matchAll(/\[([^\]]+)\]\(([a-z0-9-]+)\.md\)/g)];
  return links
    .map(([, title = '', slug = '']) => ({ slug, title }))
    .filter(({ slug }) => files.includes(`${slug}.md`));
}

export const readGuideIndex = (): Promise<string> => readFile(path.join(FOLDER, 'README.md'), 'utf8');

export async function findGuidePage(slug: string): Promise<string | null> {
  const isListed = (await listGuidePages()).some((page) => page.slug === slug);
  return isListed ? readFile(path.join(FOLDER, `${slug}.md`), 'utf8') : null;
}

/** The names of the guide's pictures: the only ones that are served. */
export async function listGuideImages(): Promise<string[]> {
  const names = await readdir(IMAGES).catch(() => []);
  return names.filter((name) => /^[\w.-]+\.(png|webp|svg|jpg)$/.test(name));
}

export async function findGuideImage(name: string): Promise<Buffer | null> {
  return (await listGuideImages()).includes(name) ? readFile(path.join(IMAGES, name)) : null;
}
