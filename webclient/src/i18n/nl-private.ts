/// The part of the catalogue about private questions that everyone may meet: their mark, who reads them, and where they stand.

export const privately = {
  list: 'Vragen',
  mark: 'Privévraag',
  you: 'jij',
  desk: (department: string) => `de servicedesk van ${department}`,
  /// With the owner of the service that it is about, who may work elsewhere.
  readers: (desk: string, who: string, ownsService: boolean) => `${desk}${ownsService ? ', de eigenaar van de dienst' : ''} en ${who}`,
  only: (readers: string) => `alleen ${readers}`,
  about: (readers: string) => `Alleen ${readers} lezen dit.`,
  comment: (readers: string) => `Schrijf een reactie. Alleen ${readers} lezen mee.`,
  forNobody: 'Nog niemand is gekozen om je vraag te lezen.',
  submit: 'Stel je vraag privé',
  asked: 'Je privévraag is gesteld. Je vindt die terug bij Vragen.',
  show: 'Bekijk je vraag',
  notAny: 'Alleen een vraag kan privé zijn. Dit leest iedereen die hier meeleest.',
};
