import { api } from '../../protocol/client.ts';
import type { Activation, ActivationLink, PersonId } from '../../protocol/generated.ts';
import { enter } from '../accounts/session.ts';

/// What stands behind the # is sent to no server, so it comes into no log on the way.
const path = '/welcome';

export const addressOf = (link: ActivationLink): string => `${location.origin}${path}#${link.token}`;

/// The token of the link that was followed; nothing on every other page.
export const followedToken = (): string | undefined =>
  location.pathname === path ? location.hash.slice(1) : undefined;

export const makeActivation = (person: PersonId): Promise<ActivationLink> => api.makeActivation({ person });
export const withdrawActivation = async (person: PersonId): Promise<void> => {
  await api.withdrawActivation({ person });
};

export const openActivation = (token: string): Promise<Activation> => api.openActivation({ token });

/// Chooses the password and signs in, in the place of whoever was signed in here before.
export async function activate(token: string, replacement: string): Promise<void> {
  enter(await api.activate({ token, replacement }));
}
