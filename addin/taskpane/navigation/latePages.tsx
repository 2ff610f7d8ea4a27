import { lazy, type ComponentType, type ReactElement } from 'react';

/** A page that is downloaded when somebody goes there; the first load stays as light as it was. */
function late(load: () => Promise<ComponentType>): ReactElement {
  const Late = lazy(async () => ({ default: await load() }));
  return <Late />;
}

export const signaturePages = {
  list: late(async () => (await import('../../features/signatures/list/SignaturesPage.tsx')).SignaturesPage),
  gallery: late(async () => (await import('../../features/signatures/list/GalleryPage.tsx')).GalleryPage),
  paste: late(async () => (await import('../../features/signatures/list/PastePage.tsx')).PastePage),
  one: late(async () => (await import('../../features/signatures/page/SignaturePage.tsx')).SignaturePage),
  editor: late(async () => (await import('../../features/signatures/editor/EditorPage.tsx')).EditorPage),
  publish: late(async () => (await import('../../features/signatures/publish/PublishPage.tsx')).PublishPage),
  assignments: late(async () => (await import('../../features/assignments/AssignmentsPage.tsx')).AssignmentsPage),
  brand: late(async () => (await import('../../features/brand/BrandPage.tsx')).BrandPage),
};
