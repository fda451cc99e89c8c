/// The part of the catalogue about the page of a topic, and about how a text will look, that comes later.

export const writingLater = {
  topicPage: {
    lead: 'Berichten met dit onderwerp die jij kunt lezen.',
    none: (topic: string) => `Geen berichten over #${topic} die jij kunt lezen.`,
    noneHint: 'Zet # voor een woord in een bericht, dan vinden anderen het bij dat onderwerp.',
    toHome: 'Naar Start',
  },

  preview: {
    label: 'Zo ziet het eruit',
    nothing: 'Typ iets, dan zie je hier hoe het eruitziet.',
  },
};
