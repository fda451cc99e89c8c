import { useMutation, useQuery } from '@tanstack/react-query';
import { colourOf } from '../../design/Avatar.tsx';
import { complain } from '../../design/toast.ts';
import { useLaterText } from '../../i18n/text.tsx';
import { errorKey } from '../../protocol/errors.ts';
import type { Colour } from '../../protocol/generated.ts';
import { queries } from '../../state/queries.ts';
import { useMe } from '../accounts/session.ts';
import { ColourChoice } from '../people/ColourChoice.tsx';
import { ownProfileQuery, setProfile } from '../people/profiles.ts';

/// How one is recognised. One choice after the other is kept: each is made on the profile as the one before left it.
export function YourColour() {
  const text = useLaterText();
  const { id, name } = useMe().person;
  const { data: own } = useQuery(ownProfileQuery);
  const choosing = useMutation({
    scope: { id: 'own colour' },
    mutationFn: async (colour: Colour) => setProfile({ ...(await queries.query({ ...ownProfileQuery, staleTime: 'static' })), colour }, id),
    onError: (error) => {
      complain(text.errors[errorKey(error)]);
      void queries.invalidateQueries(ownProfileQuery);
    },
  });
  if (!own) return null;
  const chosen = choosing.isPending ? choosing.variables : own.colour;
  return <ColourChoice id={id} name={name} chosen={chosen ?? colourOf(id)} onChange={choosing.mutate} />;
}
