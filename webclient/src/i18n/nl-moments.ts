/// The part of the catalogue about days and times.

export const moments = {
  now: 'zojuist',
  today: 'Vandaag',
  tomorrow: 'Morgen',
  yesterday: 'Gisteren',
  clock: (clock: string) => clock.replace(':', '.'),
  time: (clock: string) => `${clock.replace(':', '.')} uur`,
  dayAndTime: (day: string, time: string) => `${day} ${time}`,
  interval: (opens: string, closes: string) => `${opens.replace(':', '.')}–${closes.replace(':', '.')} uur`,
};
