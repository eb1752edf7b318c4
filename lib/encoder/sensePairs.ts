/** A word form with two senses: words that stand for each, and pairs of sentences, the first sense first. */
export interface SensePairs {
  readonly word: string;
  /** Six words for each sense, each one piece of the vocabulary. */
  readonly anchors: readonly [readonly string[], readonly string[]];
  readonly pairs: readonly (readonly [string, string])[];
}

function words(list: string): readonly string[] {
  return list.split(' ');
}

/**
 * Twelve forms, three pairs each. Sentences and anchor words were written before any of them was measured, and none was
 * changed or left out since. No sentence has an anchor word in it; the form is written small.
 */
export const sensePairs: readonly SensePairs[] = [
  {
    word: 'bank',
    anchors: [words('money cash loan credit finance funds'), words('river lake coast beach water sea')],
    pairs: [
      ['The bank raised its fees for every account', 'The bank was muddy and covered with reeds'],
      ['She works at a bank as a cashier', 'Two swans slept on the bank near the old mill'],
      ['My bank sent me a new card', 'He pulled the canoe up on the bank'],
    ],
  },
  {
    word: 'apple',
    anchors: [
      words('fruit banana lemon bread juice sugar'),
      words('computer laptop software phone keyboard Microsoft'),
    ],
    pairs: [
      ['The boy ate an apple after lunch', 'The engineers at apple wrote a new program'],
      ['There was a worm in my apple', 'My apple crashed when I opened the browser'],
      ['Grandmother bakes a cake with apple and cinnamon', 'The shares of apple fell after the launch of the tablet'],
    ],
  },
  {
    word: 'plays',
    anchors: [words('games sports football team match tennis'), words('theater drama actor stage novel poem')],
    pairs: [
      ['He plays with the ball in the yard', 'She wrote three plays about a king and his daughters'],
      ['My cousin plays for a club in Madrid', 'The plays of Shakespeare are read at school'],
      ['The goalkeeper plays every Sunday', 'Two of his plays were shown in London last winter'],
    ],
  },
  {
    word: 'bat',
    anchors: [words('bird mouse animal snake rabbit wild'), words('ball baseball cricket glove player stick')],
    pairs: [
      ['A bat flew out of the dark cave', 'He swung the bat and ran to first base'],
      ['The bat sleeps by day and hunts at night', 'The coach gave me a wooden bat and a helmet'],
      ['We saw a bat under the roof of the church', 'She hit it hard with her new bat'],
    ],
  },
  {
    word: 'spring',
    anchors: [words('summer winter October season April March'), words('metal iron wire steel screw machine')],
    pairs: [
      ['The tulips open in spring when the snow is gone', 'The spring in the old mattress is broken'],
      ['In spring the birds come back from the south', 'A small spring pushes the button up again'],
      ['We plant tomatoes in late spring', 'He oiled the spring of the lock'],
    ],
  },
  {
    word: 'mouse',
    anchors: [words('cat pig animal rabbit dog cheese'), words('keyboard computer screen window button laptop')],
    pairs: [
      ['A mouse ran across the barn floor', 'Move the mouse and click on the icon'],
      ['The owl caught a mouse in the field', 'My wireless mouse needs a new battery'],
      ['The little mouse hid in its hole', 'He plugged the mouse into the USB port'],
    ],
  },
  {
    word: 'club',
    anchors: [words('members team society association group league'), words('stick weapon knife gun fight blow')],
    pairs: [
      ['She joined a chess club at her school', 'The giant struck the wall with a heavy club'],
      ['The club meets in the library on Fridays', 'He raised his club to hit the wolf'],
      ['Our club chose a new president', 'The caveman carved a club from a branch'],
    ],
  },
  {
    word: 'match',
    anchors: [words('game football tennis team goal players'), words('fire flame burn cigarette smoke heat')],
    pairs: [
      ['We won the match in the last minute', 'He struck a match and lit the stove'],
      ['The referee stopped the match because of rain', 'The match went out in the wind'],
      ['Thousands watched the match in the stadium', 'She held a match to the dry leaves'],
    ],
  },
  {
    word: 'seal',
    anchors: [words('fish animal bear ocean dog sea'), words('stamp signature letter document paper mail')],
    pairs: [
      ['A seal swam between the rocks', 'The duke pressed his seal on the treaty'],
      ['The hungry seal dived for herring', 'The envelope was closed with a red seal'],
      ['A young seal rested on the ice', 'The contract bears the seal of the notary'],
    ],
  },
  {
    word: 'court',
    anchors: [words('judge law trial lawyer justice jury'), words('tennis basketball ball game player net')],
    pairs: [
      ['The court sent the thief to prison', 'The two champions ran across the court'],
      ['She told the court what she had seen', 'He served from the back of the court'],
      ['The court ruled against the company', 'We booked a court at the sports hall for an hour'],
    ],
  },
  {
    word: 'cell',
    anchors: [words('tissue protein blood bacteria DNA genetic'), words('prison jail police guard lock criminal')],
    pairs: [
      ['The cell divides and copies its genes', 'The thief spent the night in a cell'],
      ['A virus enters the cell through its membrane', 'His cell had one small window with bars'],
      ['Under the microscope you see the wall of the cell', 'They locked the murderer in a cold cell'],
    ],
  },
  {
    word: 'star',
    anchors: [words('sun planet moon sky space universe'), words('actor singer celebrity movie Hollywood film')],
    pairs: [
      ['The brightest star rose above the hills', 'The star signed autographs after the concert'],
      ['A telescope shows the light of a distant star', 'She became a star after her first album'],
      ['The sailors followed a star to the north', 'Reporters waited for the star at the hotel'],
    ],
  },
];
