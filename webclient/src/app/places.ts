import { useLocation } from '@tanstack/react-router';

/// Departments are another way to people: their place stays marked, as the current one.
export const usePeopleMark = (): { 'aria-current'?: 'page' } =>
  useLocation({ select: ({ pathname }) => pathname.startsWith('/departments') }) ? { 'aria-current': 'page' } : {};
