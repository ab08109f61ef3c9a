import type { PersonSeed } from './options.ts'

/** Invented people on numbers that regulators keep for fiction (Germany 030 23125, North America 555-01, Britain 020 7946 0). */
export const SAMPLE_PEOPLE: readonly PersonSeed[] = [
  {
    phone: '493023125100',
    name: 'Amira Haddad',
    chat: [
      { text: 'Hello! Is the oak table still available?', minutesAgo: 190 },
      { text: 'Yes, two are left. Shall I keep one for you?', fromMe: true, minutesAgo: 182 },
      { text: 'Please do, I will come by on Thursday.', minutesAgo: 176 },
    ],
  },
  {
    phone: '12025550143',
    name: 'Jonas Berg',
    chat: [
      { text: 'Thanks for the quick delivery!', minutesAgo: 2900 },
      { text: 'Glad it arrived well, Jonas.', fromMe: true, minutesAgo: 2880 },
    ],
  },
  {
    phone: '442079460958',
    name: 'Priya Nair',
    addressing: 'pn',
    chat: [
      { text: 'Could you send the invoice again?', minutesAgo: 4400 },
      { text: 'Of course, it is on its way.', fromMe: true, minutesAgo: 4380 },
    ],
  },
  { phone: '493023125111', name: 'Tomás Rivera', chat: [{ text: 'See you at the workshop', minutesAgo: 9000 }] },
  {
    phone: '12025550171',
    name: 'Mei Lin',
    addressing: 'pn',
    chat: [{ text: 'The blue one, size M please', minutesAgo: 12000 }],
  },
  { phone: '493023125122', name: 'Lukas Brandt' },
  { phone: '12025550199' },
  { phone: '493023125199', name: 'Old Number', registered: false },
]
