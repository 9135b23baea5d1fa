import { findGuideImage, listGuideImages } from '../../_guide/guide-pages';

export const dynamic = 'force-static';
export const dynamicParams = false;

const TYPES: Record<string, string> = {
  png: 'image/png',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  jpg: 'image/jpeg',
};

export async function generateStaticParams() {
  return (await listGuideImages()).map((name) => ({ name }));
}

export async function GET(_request: Request, { params }: RouteContext<'/help/images/[name]'>) {
  const { name } = await params;
  const image = await findGuideImage(name);
  if (!image) return new Response('There is no such picture.', { status: 404 });
  return new Response(new Uint8Array(image), {
    headers: {
      'content-type': TYPES[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream',
      'x-content-type-options': 'nosniff',
    },
  });
}
