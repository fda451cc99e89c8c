import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { GroupPage } from '../features/groups/GroupPage.tsx';
import { GroupsPage } from '../features/groups/GroupsPage.tsx';
import { HomePage } from '../features/home/HomePage.tsx';
import { PostPage } from '../features/posts/PostPage.tsx';
import { tidyHome } from '../features/posts/queries.ts';
import { Crash, NotFound } from './Problems.tsx';
import { Shell } from './Shell.tsx';

/// One constant a route: inline ones would lose the types of their parameters.
const rootRoute = createRootRoute({ component: Shell, notFoundComponent: NotFound, errorComponent: Crash });

/// What was read the last time is gone from it.
const homeRoute = createRoute({ getParentRoute: () => rootRoute, path: '/', beforeLoad: tidyHome, component: HomePage });

const groupsRoute = createRoute({ getParentRoute: () => rootRoute, path: '/groups', component: GroupsPage });

const groupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/g/$group',
  beforeLoad: ({ params }) => {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router's way to say it
    throw redirect({ to: '/g/$group/$tab', params: { group: params.group, tab: 'all' }, replace: true });
  },
});

const tabRoute = createRoute({ getParentRoute: () => rootRoute, path: '/g/$group/$tab', component: GroupPage });

const membersRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/g/$group/members',
  component: lazyRouteComponent(() => import('../features/groups/MembersPage.tsx'), 'MembersPage'),
});

const postRoute = createRoute({ getParentRoute: () => rootRoute, path: '/p/$post', component: PostPage });

const helpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/help',
  component: lazyRouteComponent(() => import('./HelpPage.tsx'), 'HelpPage'),
});

const accountRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('../features/accounts/AccountPage.tsx'), 'AccountPage'),
});

/// Whoever is not signed in meets the sign-in page at every address; this one is for links that ask for it.
const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  beforeLoad: () => {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- the router's way to say it
    throw redirect({ to: '/', replace: true });
  },
});

const routeTree = rootRoute.addChildren([
  homeRoute, groupsRoute, groupRoute, tabRoute, membersRoute, postRoute, accountRoute, helpRoute, signInRoute,
]);

export const router = createRouter({ routeTree, scrollRestoration: true, defaultPreload: false });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
