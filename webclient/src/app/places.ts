import { useLocation } from '@tanstack/react-router';

/// Departments are another way to people, and so is managing them: their place stays marked, as the current one.
export const usePeopleMark = (): { 'aria-current'?: 'page' } =>
  useLocation({ select: ({ pathname }) => /^\/(?:departments|admin\/people)/.test(pathname) }) ? { 'aria-current': 'page' } : {};
