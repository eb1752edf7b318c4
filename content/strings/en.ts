import { concepts, type Concept } from '#content/concepts.ts';

/**
 * Every word that the site itself says around what is told in `content/`. Another language is a file beside
 * this one, named after it (`ar.ts`), which exports `strings` of the type below: one that it misses does not compile.
 * What a figure says stands with the figure.
 */
export const strings = {
  /** How the language calls itself, for those who look for it. */
  language: 'English',
  dir: 'ltr' as 'ltr' | 'rtl',
  site: {
    title: 'The Attention Notebook',
    description: 'A notebook on the attention mechanism: every figure can be changed, every number is computed.',
    /** The title of a page with the site's. */
    titled: (title: string, site: string) => `${title} · ${site}`,
    /** What the picture shows that goes with a link to a page. */
    card: (title: string) => `“${title}”, with a drawing from its figures`,
  },
  masthead: {
    skip: 'Skip to the text',
    lessons: 'Lessons',
    allLessons: (count: number) => `All ${count} lessons`,
    languages: 'Languages',
    theme: 'Switch between light and dark',
    search: 'Search and glossary',
  },
  foot: {
    promise: 'Figures show what the weights compute; each says where its numbers come from.',
    claims: 'Claims',
    library: 'Library',
    gallery: 'Gallery',
    licences: 'Licences',
    source: 'Source',
  },
  home: {
    /** What a search calls it. */
    found: 'Opening page',
    readOn: 'Read on',
    lessons: 'Lessons',
  },
  chapter: {
    draft: 'Draft: readers do not see this page yet.',
    contents: 'On this page',
    registers: 'Tell it another way',
    minutes: (minutes: number) => (minutes === 1 ? 'About 1 minute' : `About ${minutes} minutes`),
    /** What a chapter asks: one of the two counts is above 0. */
    asked: (questions: number, exercises: number) =>
      [
        ...(questions === 0 ? [] : [questions === 1 ? '1 question' : `${questions} questions`]),
        ...(exercises === 0 ? [] : [exercises === 1 ? '1 exercise' : `${exercises} exercises`]),
      ].join(' and '),
    edit: 'Edit this page',
    onward: 'Read on',
    before: 'Before',
    next: 'Next',
    cite: 'Cite this page',
    /** The form of a concept in formulas: its shape stands behind the words, where it has one. */
    shape: ', shape ',
    number: ', a number',
  },
  worksheet: {
    title: (lesson: string) => `Worksheet: ${lesson}`,
    description: (count: number, lesson: string) =>
      `The ${count} questions of the lesson “${lesson}” to print, with room to write, and the answers apart.`,
    /** Around the links to the lesson and to the answers. */
    about: [
      'The questions of ',
      'the lesson',
      ', as its chapters ask them. Print this page: each question has room for an answer, and ',
      'the answers',
      ' begin on a page of their own. Some questions are about a figure: its chapter shows it.',
    ] as [string, string, string, string, string],
    answers: 'Answers',
    link: 'The questions of this lesson as a worksheet, to print',
  },
  references: {
    heading: 'References',
    taken: 'These references as BibTeX',
    and: ' and ',
    pages: (pages: string) => `pp. ${pages}`,
    /** To the one place where a source is cited, or to each of several. */
    back: 'Back',
    backTo: 'Back to',
    backToOnly: (source: string) => `Back to where ${source} is cited`,
    backToOne: (source: string, mention: number, count: number) =>
      `Back to where ${source} is cited, ${mention} of ${count}`,
    footnotes: 'Footnotes',
    backToFootnote: (name: string) => `Back to reference ${name}`,
  },
  notFound: {
    title: 'No such page',
    description: 'This address leads to no page of the notebook; the opening page has the way in.',
    /** Around the link to the opening page. */
    nowhere: ['This address leads nowhere. ', 'The opening page', ' has the way in.'] as [string, string, string],
    /** Before and behind the link to the page that was meant. */
    near: ['Near it is ', '.'] as [string, string],
    claims: 'The claims',
    library: 'The library',
    glossary: 'The glossary',
    gallery: 'The gallery',
    figure: (title: string) => `the figure “${title}”`,
  },
  offline: {
    newer: 'There is a newer version of these pages.',
    reload: 'Reload',
    later: 'Later',
    /** What stands in the place of a page that was never read, where there is no connection. */
    title: 'No connection',
    text: 'This page is not kept on your machine. Those that you have read are, with what they need: go back, or try again when there is a connection.',
  },
  licences: {
    title: 'Licences',
    description:
      'Under which licences this notebook, the model that it serves and the libraries in its scripts may be used.',
    notice: 'What stands here, and whose it is',
    /** The link, and what follows it. */
    model: ['The model’s licence', ', whole.'] as [string, string],
    own: 'The notebook’s own licence',
  },
  claims: {
    untold: 'Measured, not stated in a chapter',
    measured: 'measured',
    theory: 'theory',
    told: 'Stated in',
    toldIn: (title: string, section: string) => `${title}, “${section}”`,
    by: 'Measured by',
    testedBy: 'tested by',
    seed: (seed: number) => `seed ${seed}`,
    /** What the card of a number says. */
    holds: (measured: string, expected: string, tolerance: string, origin: string) =>
      `Measured ${measured}; theory: ${expected}, ${tolerance} (${origin}).`,
  },
  glossary: {
    library: 'At the library',
    code: 'In code',
    formulas: 'In formulas',
    told: (lesson: string) => `Told in ${lesson}`,
  },
  library: {
    rooms: 'Rooms of the library',
    functions: (count: number) => `${count} functions`,
    types: (names: string) => `Types: ${names}`,
    returns: 'returns',
    throws: 'throws',
    source: 'source',
  },
  embed: {
    description: (figure: string, page: string, site: string) => `A figure of ${site}: ${figure}, from “${page}”.`,
    from: 'From',
    lesson: (lesson: string) => `, in the lesson “${lesson}”`,
  },
  figure: {
    number: (number: number) => `Figure ${number}`,
    numbers: 'The numbers',
    /** Heard behind it. */
    numbersOf: (title: string) => ` of ${title}`,
    asTable: (title: string) => `${title}, as a table`,
    share: 'Share, save, cite',
    waysOut: {
      link: 'Copy link',
      embed: 'Embed',
      qr: 'QR code',
      svg: 'SVG',
      png: 'PNG',
      csv: 'CSV',
      json: 'JSON',
      cite: 'Cite this figure',
    },
    alone: 'This figure alone',
    toCopy: 'To be copied',
  },
  listing: {
    lines: (lines: string) => `, lines ${lines}`,
  },
  cell: {
    name: (number: string) => `Cell ${number}`,
    changed: 'changed',
    run: 'Run',
    more: 'More',
  },
  question: {
    think: 'Think',
    predict: 'Predict',
    asks: 'asks',
    itIs: (number: string) => `it is ${number}`,
    show: 'Show the answer',
    /** An option, before what is told to those who choose it. */
    option: (say: string) => `“${say}”:`,
    yours: 'Your answers',
    over: 'Start over',
  },
  exercise: {
    name: 'Exercise',
    check: 'Check',
    hint: 'Hint',
    restore: 'Start over',
    compare: 'Compare a solution',
  },
  /** What prose calls each concept, and what it is at the library. */
  concepts: concepts as Readonly<Record<keyof typeof concepts, Pick<Concept, 'name' | 'library'>>>,
  /** What scripts say: each page brings these along. `{name}` is where something is put. */
  said: {
    broken: 'A part of this page could not be fetched: some of its controls do nothing. ',
    reload: 'Load it again',
    inList: 'In the list',
    howMeasured: 'How it was measured',
    bibtex: 'Copy BibTeX',
    copy: 'Copy',
    copyOf: 'Copy {name}',
    copied: 'Copied',
    notCopied: 'It could not be copied',
    refused: 'The browser refused',
    codeLanguage: 'Language',
    answered: '{asked}, {count} answered',
    // Place
    goOn: 'Go on at “{section}” in “{chapter}”',
    forget: 'Forget',
    forgotten: 'Forgotten.',
    // Search
    search: 'Search',
    glossary: 'Glossary',
    close: 'Close',
    words: 'Words to find',
    wordsSuch: 'A word, a symbol, a function',
    searching: 'Searching …',
    foundOne: '1 section',
    found: '{count} sections',
    foundMany: '{count} sections, the best {most} shown',
    foundNone: 'Nothing found for “{words}”. Try one word, or its beginning.',
    noIndex: 'The search could not be loaded. Check the connection and try again, or look in the glossary.',
    noIndexYet: 'Search comes with the build: run npm run build, then npm run preview.',
    tryAgain: 'Try again',
    // Badges
    trained: 'trained',
    computed: 'computed',
    'hand-set': 'hand-set',
    'seeded random': 'seeded random',
    measured: 'measured',
    // Predict
    check: 'Check',
    again: 'Ask me again',
    noGuess: 'no guess yet',
    place: 'Place the mark.',
    placeFirst: 'Place the mark first. Or press again to see the answer without a guess.',
    chooseFirst: 'Choose one first. Or press again to see the answer without a guess.',
    guess: 'your guess {number}',
    itIs: 'It is {number}.',
    youGuessed: 'You guessed {guess}; it is {number}. ',
    closest: 'That is as close as the scale allows.',
    closeHigh: 'Close: {gap} too high.',
    closeLow: 'Close: {gap} too low.',
    high: 'You were {gap} too high.',
    low: 'You were {gap} too low.',
    yes: 'Yes. ',
    no: 'Not this one. ',
    answerIs: 'The answer is “{answer}”. ',
    covered: 'The answer to the question above is in this figure.',
    uncover: 'Show the figure',
    // Tally
    questions: '{count} questions on this page',
    questionsAndExercises: '{count} questions and exercises on this page',
    none: 'You have answered none of the {all}.',
    some: 'You have answered {count} of the {all}. Right: {right}.',
    open: 'Still open: ',
    comma: ', ',
    // Share
    handed: 'Handed to the browser as {name}.',
    framed: ' If no file comes, the page around this frame allows none.',
    linkCopied: 'The link is copied.',
    linkHere: 'The link stands here, to be copied.',
    codeCopied: 'The code is copied.',
    codeHere: 'The code stands here, to be copied.',
    codeChanged: 'The code is another now: copy it again.',
    theme: 'Light or dark: ',
    themeOfReader: 'as the reader has it',
    light: 'light',
    dark: 'dark',
    controls: 'Controls that stay',
    embedding:
      'Moodle and blogs take both lines. The second fits the height. Where a page takes no script, leave it out: the figure is {height} pixels high, which you may change. Notion takes the address alone, the one between the first quotes.',
    noControl: 'This figure has no control “{name}”. It has: {known}.',
    noControls: 'This figure has no controls to choose from.',
    qr: 'QR code: {link}',
    qrOpens: 'The code opens the figure as it stands:',
    qrSave: 'Save the code as SVG',
    qrTooLong: 'This link has {count} characters, and a QR code has no room for as many. Copy the link.',
    entryCopied: 'The entry is copied.',
    entryHere: 'The entry stands here, to be copied.',
  },
};

export type Strings = typeof strings;
