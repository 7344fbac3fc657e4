/** Words that lists of guessed passwords begin with, in English and in pinyin as it is typed in China. */
const guessedWords = new Set(
  `password passw0rd pass admin administrator root test user guest welcome letmein login qwerty asdf zxcvbn zxcvbnm
  abc abcd a aa aaa q qq qwe qweasd asd asdasd zxc zxcasd iloveyou ilove love forever baby boss money
  woaini woaiwo woaita woaiwojia woaiwomen woainima woaibaba woaimama woaizhongguo woaidang aini aiwo wo ai wojia
  wodemima mima xinmima dearbook caonima nimade tamade nihao nihaoma zaijian xiexie tiantian meimei xiaoming xiaohong
  baobao baobei laopo laogong laoda laoban mama baba mamababa wangba wohenhao buzhidao haha hehe heihei jiayou
  china zhongguo zhongguoren zhonghua beijing shanghai shenzhen guangzhou chongqing tianjin dangjian dangxiao dangyuan
  zhonggong gongchandang zhongguogongchandang zhibu kexie xuehui xuexi xuexiqiangguo qiangguo
  1q2w3e 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz2wsx3edc qazwsx qazwsxedc q1w2e3 q1w2e3r4 密码 我爱你 我爱中国 党建 党校`.split(
    /\s+/,
  ),
)

/** The commonest surnames as they are typed: alone before figures they are a habit, and no secret. */
const surnames = new Set(
  `wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang han feng
  deng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lv lu ding ren shen yao jin zhong cui tan
  fan shi liao jia xia fu bai zou meng xiong qin qiu hou yan xue lei hao long duan shao qian`.split(/\s+/),
)

/** Rows of keys and of letters: a piece of one, either way round, is among the first that are tried. */
const rows = ['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1qaz2wsx3edc4rfv5tgb']

/** Figures about a word that a list holds: so many add nothing that is not tried with the word. */
const FEW_FIGURES = 6
/** A surname is as well known with a birthday or a whole telephone number behind it. */
const SURNAME_FIGURES = 11
/** A mobile telephone's number, with which many open everything; and a birthday, written as eight figures. */
const telephone = /^1[3-9]\d{9}$/
/** Figures that are read as words: 'I love you for a lifetime'. */
const saying = /5201314|131452[01]|(52[01]){2}/
const birthday = /^(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/
const habits = [telephone, saying, birthday]

/** Whether a password is written as passwords commonly are: a word or a surname with figures, a row of keys, a birthday. */
export function isGuessed(lower: string): boolean {
  const word = bareWord(lower)
  const turned = [...lower].toReversed().join('')
  const figures = lower.replace(/[\p{P}\p{S}]/gu, '')
  return (
    new Set(lower).size <= 2 ||
    /^(.{1,4})\1+$/u.test(lower) ||
    (word === '' && (new Set(figures).size < 6 || habits.some((habit) => habit.test(figures)))) ||
    guessedWords.has(word) ||
    guessedWords.has(lower) ||
    (surnames.has(word) && lower.length - word.length <= SURNAME_FIGURES) ||
    rows.some((row) => row.includes(lower) || row.includes(turned))
  )
}

/** Whether a list of leaked passwords holds it, or the word in it that a few figures or signs stand about. */
export function isLeaked(lower: string, listed: (password: string) => boolean): boolean {
  const word = bareWord(lower)
  return listed(lower) || (word.length >= 4 && lower.length - word.length <= FEW_FIGURES && listed(word))
}

/** Without the figures and signs before and behind it. */
export function bareWord(lower: string): string {
  return lower.replace(/^[\d\p{P}\p{S}]+|(?<![\d\p{P}\p{S}])[\d\p{P}\p{S}]+$/gu, '')
}
