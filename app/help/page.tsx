import { guideHtmlFrom } from './_guide/guide-html';
import { listGuidePages, readGuideIndex } from './_guide/guide-pages';
import { GuideText } from './_guide/guide-text';

export const dynamic = 'force-static';

export default async function HelpPage() {
  const [index, pages] = await Promise.all([readGuideIndex(), listGuidePages()]);
  return <GuideText guide={guideHtmlFrom(index)} next={pages[0]} />;
}
