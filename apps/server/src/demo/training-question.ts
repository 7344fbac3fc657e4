import { emptyQuestionDraft, letterOf, type QuestionDraft } from '@dangjian/domain/training'

type Made = (category: string, difficulty?: number) => QuestionDraft

const common =
  (stem: string, explanation: string, more: Partial<QuestionDraft>): Made =>
  (category, difficulty = 2) => ({
    ...emptyQuestionDraft,
    stem,
    explanation,
    category,
    difficulty: String(difficulty),
    ...more,
  })
const options = (texts: readonly string[]) => texts.map((text, place) => ({ key: letterOf(place), text }))
const single = (stem: string, texts: readonly string[], right: string, why: string): Made =>
  common(stem, why, { kind: 'single', options: options(texts), right: [right] })
const multiple = (stem: string, texts: readonly string[], right: string, why: string): Made =>
  common(stem, why, { kind: 'multiple', options: options(texts), right: [...right] })
const judgement = (stem: string, right: boolean, why: string): Made =>
  common(stem, why, { kind: 'judgement', right: [String(right)] })
const blank = (stem: string, right: readonly string[], why: string): Made =>
  common(stem, why, { kind: 'blank', right: [...right] })
const figure = (stem: string, right: number, why: string): Made =>
  common(stem, why, { kind: 'numerical', right: [String(right)] })
const matching = (stem: string, pairs: readonly (readonly [string, string])[], why: string): Made =>
  common(stem, why, { kind: 'matching', pairs: pairs.map(([premise, choice]) => ({ premise, choice })) })

const BRANCH_RULES = '依据《中国共产党支部工作条例（试行）》。'
const ELECTION_RULES = '依据《中国共产党基层组织选举工作条例》。'
const PRACTICE = '这是学会党建工作的通常做法。'

const tiers: readonly Made[] = [
  single(
    '学会三层组织体系的第一层是什么？',
    ['学会党委', '办事机构党支部', '分支机构党的工作小组', '学会监事会'],
    'A',
    '第一层是在理事会层面建立的功能型党委。',
  ),
  single(
    '学会分支机构中建立的党组织形式通常是：',
    ['党委', '党总支', '党的工作小组', '党的代表大会'],
    'C',
    '第三层是分支机构党的工作小组。',
  ),
  multiple(
    '学会党委在学会中发挥作用，主要体现在哪些方面？',
    ['把握政治方向', '把关重大业务和重要人事', '监督会员行为', '管理党员组织关系和党费'],
    'ABC',
    '功能型党委不转接组织关系、不发展党员、不收缴党费。',
  ),
  judgement('功能型党委不转接党员组织关系，也不收缴党费。', true, '党员的组织关系仍在其所在单位的基层党组织。'),
  judgement('学会党委可以直接发展党员。', false, '发展党员由具备条件的基层党组织按程序办理，功能型党委不发展党员。'),
  blank('学会三层组织体系的第二层，是指学会（　）机构党组织。', ['办事'], '第二层由秘书处专职工作人员中的党员组成。'),
  matching(
    '把各层组织与它所在的位置对应起来。',
    [
      ['学会党委', '理事会层面'],
      ['办事机构党组织', '秘书处'],
      ['党的工作小组', '分支机构'],
      ['', '挂靠单位财务处'],
    ],
    PRACTICE,
  ),
  single(
    '办事机构正式党员不足 3 名时，通常怎样建立组织？',
    ['不建立组织', '与邻近单位成立联合党支部', '直接成立党总支', '由会员代表大会代行职责'],
    'B',
    BRANCH_RULES,
  ),
  figure('单独成立党支部，正式党员一般至少要有多少名？', 3, BRANCH_RULES),
  judgement('联合党支部覆盖的单位一般不超过 5 个。', true, BRANCH_RULES),
]
const life: readonly Made[] = [
  multiple(
    '“三会一课”中的“三会”是指：',
    ['党员大会', '支部委员会会议', '党小组会', '职工代表大会'],
    'ABC',
    '“一课”是党课。',
  ),
  single('党支部党员大会一般多长时间召开一次？', ['每周', '每月', '每季度', '每年'], 'C', BRANCH_RULES),
  single('党支部委员会会议一般多长时间召开一次？', ['每月', '每季度', '每半年', '每年'], 'A', BRANCH_RULES),
  judgement('党小组会一般每月召开一次。', true, BRANCH_RULES),
  judgement('主题党日每年开展一次即可。', false, '主题党日一般每月相对固定一天开展。'),
  single('组织生活会一般多长时间召开一次？', ['每月', '每季度', '每年至少一次', '每届任期一次'], 'C', BRANCH_RULES),
  multiple(
    '民主评议党员时，评议等次包括：',
    ['优秀', '合格', '基本合格', '不合格'],
    'ABCD',
    '评为优秀的一般不超过参加评议党员的三分之一。',
  ),
  blank('民主评议中，“优秀”等次的比例一般不超过参加评议党员的（　）。', ['三分之一', '1/3'], BRANCH_RULES),
  single('党组织书记每年至少讲几次党课？', ['1 次', '3 次', '6 次', '12 次'], 'A', '书记带头讲党课，每年至少一次。'),
  matching(
    '把活动与一般的频次对应起来。',
    [
      ['党员大会', '每季度'],
      ['主题党日', '每月'],
      ['民主评议党员', '每年'],
    ],
    BRANCH_RULES,
  ),
]
const term: readonly Made[] = [
  figure('党支部委员会每届任期一般是几年？', 3, ELECTION_RULES),
  single('党的基层委员会每届任期一般是几年？', ['2 年', '3 年', '5 年', '10 年'], 'C', ELECTION_RULES),
  single(
    '召开党员大会进行选举，到会的有选举权人数达到应到会人数的多少，会议有效？',
    ['二分之一', '三分之二', '五分之四', '十分之九'],
    'C',
    ELECTION_RULES,
  ),
  judgement('选举中，得赞成票超过应到会有选举权人数的一半，方能当选。', true, ELECTION_RULES),
  blank('选举委员时，候选人的差额不少于应选人数的百分之（　）。', ['20', '二十'], ELECTION_RULES),
  judgement('选举可以用等额的办法直接选出委员，不设差额。', false, '委员候选人应有不少于应选人数 20% 的差额。'),
  multiple(
    '关于换届选举，下列做法正确的有：',
    ['任期届满按期换届', '需要延期的报上级批准', '选举结果报上级', '由上届书记指定下届委员'],
    'ABC',
    '换届须按程序进行，不能以指定代替选举。',
  ),
  single(
    '换届因故需要延期的，应当：',
    ['自行决定', '报上级党组织批准', '由会员投票决定', '先延期后报告'],
    'B',
    '延长期限一般不超过一年。',
  ),
  multiple(
    '正式党员 7 人以上的党支部设支部委员会，关于其人数，正确的有：',
    ['一般 3 至 5 人', '最多 7 人', '不少于 9 人', '只设书记 1 人'],
    'AB',
    BRANCH_RULES,
  ),
  judgement('正式党员不足 7 人的党支部，设书记 1 名，必要时可设副书记 1 名。', true, BRANCH_RULES),
]
const practice: readonly Made[] = [
  single(
    '收到年度任务后，学会党务干部首先应当：',
    ['等待催办', '认真阅读条款和要求并按时接收', '直接报送完成', '转给分支机构后不再过问'],
    'B',
    PRACTICE,
  ),
  multiple('报送的佐证材料应当做到：', ['真实', '与任务要求对应', '注明时间', '越多越好、不必分类'], 'ABC', PRACTICE),
  judgement('材料被退回后，应当按退回的理由修改补充，再重新报送。', true, PRACTICE),
  judgement('活动没有开展，可以先报送材料，事后再补办。', false, '佐证材料必须反映已经发生的事实。'),
  single(
    '任务不能按期完成时，恰当的做法是：',
    ['不报告', '及早向上级说明原因和安排', '降低标准赶工', '请其他学会代办'],
    'B',
    PRACTICE,
  ),
  multiple(
    '一次主题党日的工作纪实，一般要记下：',
    ['时间和地点', '参加人员', '主要内容', '参加人员的家庭情况'],
    'ABC',
    '只记工作需要的内容，不收集无关的个人信息。',
  ),
  blank('党务工作中对外发布会员个人信息前，应先取得本人（　）。', ['同意', '授权'], '保护个人信息是基本要求。'),
  judgement('举办论坛等重大业务活动，学会党委应当从政治方向上把关。', true, '把关重大业务是学会党委的职责之一。'),
  multiple(
    '基层党组织书记和班子成员的学习培训，通常包括：',
    ['集中培训', '网络学习', '组织生活中的学习', '与工作无关的娱乐活动'],
    'ABC',
    PRACTICE,
  ),
  figure('党员大会一般每季度召开一次，一年一般至少召开几次？', 4, BRANCH_RULES),
]

/** Questions of the demo's bank, of every kind; what they say is so, and who wrote them is nobody but us. */
export const demoQuestions: readonly QuestionDraft[] = [
  ...tiers.map((made, n) => made('三层组织', (n % 3) + 1)),
  ...life.map((made, n) => made('组织生活', (n % 3) + 1)),
  ...term.map((made, n) => made('换届选举', (n % 3) + 2)),
  ...practice.map((made, n) => made('工作实务', (n % 3) + 1)),
]
