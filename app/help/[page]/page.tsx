import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { guideHtmlFrom } from '../_guide/guide-html';
import { findGuidePage, listGuidePages } from '../_guide/guide-pages';
import { GuideText } from '../_guide/guide-text';

export const dynamic = 'force-static';
export const dynamicParams = false;

export async function generateStaticParams() {
  return (await listGuidePages()).map(({ slug }) => ({ page: slug }));
}

export async function generateMetadata({ params }: PageProps<'/help/[page]'>): Promise<Metadata> {
  const { page } = await params;
  return { title: (await listGuidePages()).find(({ slug }) => slug === page)?.title };
}

export default async function GuidePageView({ params }: PageProps<'/help/[page]'>) {
  const { page: slug } = await params;
  const [markdown, pages] = await Promise.all([findGuidePage(slug), listGuidePages()]);
  if (markdown === null) notFound();
  const place = pages.findIndex((page) => page.slug === slug);
  return <GuideText guide={guideHtmlFrom(markdown)} previous={pages[place - 1]} next={pages[place + 1]} />;
}
