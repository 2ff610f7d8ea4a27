import { lazy, Suspense } from 'react';
import { useSession } from '../../api/client/ApiContext.tsx';
import { RowSkeletons } from '../../ui/page/RowSkeletons.tsx';

const OverviewPage = lazy(async () => ({
  default: (await import(/* webpackChunkName: 'page-overview' */ '../overview/OverviewPage.tsx')).OverviewPage,
}));
const MySignaturePage = lazy(async () => ({
  default: (await import(/* webpackChunkName: 'page-mine' */ '../../features/mine/MySignaturePage.tsx'))
    .MySignaturePage,
}));

/** The first page: how it all stands for those who look after it, their own signature for everybody else. */
export function Home() {
  const { role } = useSession();
  return (
    <Suspense fallback={<RowSkeletons />}>{role === 'teammate' ? <MySignaturePage /> : <OverviewPage />}</Suspense>
  );
}
