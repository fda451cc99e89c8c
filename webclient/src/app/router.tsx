import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { readTarget } from '../features/comments/target.ts';
import { GroupPage } from '../features/groups/GroupPage.tsx';
import { GroupsPage } from '../features/groups/GroupsPage.tsx';
import { HomePage } from '../features/home/HomePage.tsx';
import { readAccountFilter } from '../features/managed_accounts/filter.ts';
import { readWanted } from '../features/people/wanted.ts';
import { PostPage } from '../features/posts/PostPage.tsx';
import { tidyHome } from '../features/posts/queries.ts';
import { readQuestionList } from '../features/questions/lists.ts';
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

const tabsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/g/$group/tabs',
  component: lazyRouteComponent(() => import('../features/tabs/TabsPage.tsx'), 'TabsPage'),
});

const heldRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/g/$group/held',
  component: lazyRouteComponent(() => import('../features/held/HeldPage.tsx'), 'HeldPage'),
});

const aboutRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/g/$group/about',
  component: lazyRouteComponent(() => import('../features/groups/AboutPage.tsx'), 'AboutPage'),
});

const settingsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/g/$group/settings',
  component: lazyRouteComponent(() => import('../features/groups/SettingsPage.tsx'), 'SettingsPage'),
});

const createGroupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/groups/new',
  component: lazyRouteComponent(() => import('../features/groups/CreateGroupPage.tsx'), 'CreateGroupPage'),
});

const joinRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/join',
  component: lazyRouteComponent(() => import('../features/joining/JoinPage.tsx'), 'JoinPage'),
});

const postRoute = createRoute({ getParentRoute: () => rootRoute, path: '/p/$post', validateSearch: readTarget, component: PostPage });

const bookmarksRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/bookmarks',
  component: lazyRouteComponent(() => import('../features/bookmarks/BookmarksPage.tsx'), 'BookmarksPage'),
});

const topicRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/t/$topic',
  component: lazyRouteComponent(() => import('../features/topics/TopicPage.tsx'), 'TopicPage'),
});

const draftsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/drafts',
  component: lazyRouteComponent(() => import('../features/drafts/DraftsPage.tsx'), 'DraftsPage'),
});

const scheduledRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/scheduled',
  component: lazyRouteComponent(() => import('../features/scheduled/ScheduledPage.tsx'), 'ScheduledPage'),
});

const calendarRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/agenda',
  component: lazyRouteComponent(() => import('../features/calendar/CalendarPage.tsx'), 'CalendarPage'),
});

const questionsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/q',
  validateSearch: readQuestionList,
  component: lazyRouteComponent(() => import('../features/questions/QuestionsPage.tsx'), 'QuestionsPage'),
});

const notificationsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/notifications',
  component: lazyRouteComponent(() => import('../features/notifications/NotificationsPage.tsx'), 'NotificationsPage'),
});

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

const managedAccountsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/admin/people',
  validateSearch: readAccountFilter,
  component: lazyRouteComponent(() => import('../features/managed_accounts/AccountsPage.tsx'), 'AccountsPage'),
});

const managedAccountRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/admin/people/$person',
  component: lazyRouteComponent(() => import('../features/managed_accounts/ManagedAccountPage.tsx'), 'ManagedAccountPage'),
});

const importRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/admin/people/import',
  component: lazyRouteComponent(() => import('../features/people_import/ImportPage.tsx'), 'ImportPage'),
});

const peopleRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/people',
  validateSearch: readWanted,
  component: lazyRouteComponent(() => import('../features/people/PeoplePage.tsx'), 'PeoplePage'),
});

const profileRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/people/$person',
  component: lazyRouteComponent(() => import('../features/people/ProfilePage.tsx'), 'ProfilePage'),
});

const departmentsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/departments',
  component: lazyRouteComponent(() => import('../features/departments/DepartmentsPage.tsx'), 'DepartmentsPage'),
});

const departmentRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/departments/$department',
  component: lazyRouteComponent(() => import('../features/departments/DepartmentPage.tsx'), 'DepartmentPage'),
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
  homeRoute, groupsRoute, createGroupRoute, groupRoute, tabRoute, membersRoute, joinRoute, tabsRoute, heldRoute,
  aboutRoute, settingsRoute, postRoute, topicRoute, bookmarksRoute, draftsRoute, scheduledRoute, calendarRoute, questionsRoute, notificationsRoute, peopleRoute, profileRoute, departmentsRoute, departmentRoute, accountRoute, helpRoute,
  managedAccountsRoute, managedAccountRoute, importRoute, signInRoute,
]);

export const router = createRouter({ routeTree, scrollRestoration: true, defaultPreload: false });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
