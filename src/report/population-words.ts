/** The lists of names of a population, by what they have in common. */
export const POPULATION_WORDS = {
  people: { title: 'People' },
  devices: { title: 'Devices' },
  lists: {
    excluded: 'On the list and not counted',
    duplicates: 'On the list more than once',
    leavers: 'Left, with an account that is enabled',
    missing: (column: string) => `${column}: on the list, in no export`,
    stale: (column: string) => `${column}: not current`,
    unmatched: (column: string) => `${column}: in an export, not among those counted`,
    repeated: (column: string) => `${column}: under more than one name`,
  },
} as const;

export const POPULATION_PHRASES = {
  basis: (number: string, path: string) => `${number}, ${path}`,
  sum: (rows: number, members: number, duplicates: number, excluded: number) =>
    `${rows} entries of this kind: ${members} counted, ${duplicates} repeated, ${excluded} excluded`,
  share: (n: number, of: number) => (of === 0 ? 'no list' : `${n} of ${of}`),
  leavers: (count: number) =>
    count === 1 ? '1 of those who left has an enabled account' : `${count} of those who left have an enabled account`,
  counted: (title: string, count: number) => `${title} (${count})`,
  placed: (text: string, place: string) => `${text} (${place})`,
} as const;
