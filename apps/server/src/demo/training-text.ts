import type { FileId } from '@dangjian/domain/access'
import type { RichText } from '@dangjian/domain/training'

type Node = Readonly<Record<string, unknown>>

export const words = (text: string): Node => ({ type: 'text', text })
export const strong = (text: string): Node => ({ type: 'text', text, marks: [{ type: 'bold' }] })
export const paragraph = (...content: readonly (Node | string)[]): Node => ({
  type: 'paragraph',
  content: content.map((each) => (typeof each === 'string' ? words(each) : each)),
})
export const heading = (text: string): Node => ({ type: 'heading', attrs: { level: 2 }, content: [words(text)] })
export const list = (...items: readonly string[]): Node => ({
  type: 'bulletList',
  content: items.map((item) => ({ type: 'listItem', content: [paragraph(item)] })),
})
export const quote = (text: string): Node => ({ type: 'blockquote', content: [paragraph(text)] })
export const picture = (fileId: FileId, alt: string): Node => ({
  type: 'image',
  attrs: { src: `/files/${fileId}`, alt },
})
export const richText = (...content: readonly Node[]): RichText => ({ type: 'doc', content: [...content] })

/** What the demo's lesson on branch work says. */
export const branchText = (fileId: FileId): RichText =>
  richText(
    paragraph(
      '党支部是党最基本的组织。做好支部工作，说难也难，说易也易：把该开的会开好、该记的事记清、该办的事办成，一年下来就有了样子。',
    ),
    heading('先把“三会一课”排进日历'),
    paragraph('年初就把全年的安排定下来，比临时通知要省力得多。一般的频次是：'),
    list(
      '党员大会：每季度一次；',
      '支部委员会会议：每月一次；',
      '党小组会：每月一次；',
      '党课：结合实际安排，书记每年至少讲一次。',
    ),
    picture(fileId, '示意图：支部开会学习'),
    heading('会前、会中、会后'),
    paragraph(
      strong('会前'),
      '把题目、材料和时间告诉大家，有事请假的记下来；',
      strong('会中'),
      '有人主持、有人记录，人人有机会说话；',
      strong('会后'),
      '把议定的事写成清单，谁办、何时办完，下次会上对账。',
    ),
    quote('记录是给以后看的：写清时间、地点、到会和议定的事，就够了。'),
    heading('主题党日怎样不走过场'),
    paragraph(
      '主题党日一般每月一次，相对固定在一天。题目小一点、和工作近一点，大家就愿意来。比如：请一位会员讲一个科研现场的故事，再议一件学会能为会员做的事。',
    ),
  )

/** What the demo's lesson on the three tiers says. */
export const tiersText = (fileId: FileId): RichText =>
  richText(
    paragraph('学会的党组织分三层，各有各的位置，也各有各的职责。先看清楚三层，再谈怎样把它们连起来。'),
    heading('第一层：学会党委'),
    paragraph(
      '在理事会层面建立，是功能型党委。它',
      strong('把握政治方向、把关重大业务和重要人事、监督会员行为'),
      '，但不转接组织关系、不发展党员、不收缴党费。',
    ),
    heading('第二层：办事机构党组织'),
    paragraph(
      '由秘书处专职工作人员中的党员组成。正式党员 3 名以上可以成立党支部；不足 3 名的，一般与邻近单位成立联合党支部，覆盖的单位一般不超过 5 个。',
    ),
    picture(fileId, '示意图：三层组织在一起议事'),
    heading('第三层：分支机构党的工作小组'),
    paragraph(
      '在专业委员会、工作委员会等分支机构中建立，由学会党委批准设立并报上级。人数少的，可以几个分支机构联合建组。',
    ),
    heading('三层怎样连起来'),
    list(
      '学会党委每年至少听取一次办事机构党组织的工作汇报；',
      '工作小组的活动计划报学会党委；',
      '重大事项先经党委把关，再提交理事会。',
    ),
  )

/** What the demo's lesson on elections says. */
export const electionText: RichText = richText(
  paragraph('任期届满就要换届。换届不是开一次会，而是一条有先后的路，走错一步就要返工。'),
  heading('任期'),
  list('党支部和党总支：一般 3 年；', '党的基层委员会：一般 5 年。'),
  heading('一般的步骤'),
  paragraph(
    '提前提醒——向上级请示——上级批复——酝酿和考察候选人——召开党员大会选举——新一届委员会第一次会议——报上级。每一步都留下日期和文件。',
  ),
  heading('两个“数”要算对'),
  paragraph(
    '会议是否有效，看',
    strong('到会的有选举权人数是否达到应到会人数的五分之四'),
    '；是否当选，看',
    strong('赞成票是否超过应到会有选举权人数的一半'),
    '。差额不少于应选人数的 20%。',
  ),
  quote('例：应到会 30 人，到会 24 人即达到五分之四；当选至少要 16 票。'),
)

export const electionPaper: readonly string[] = [
  '本清单供支部换届时逐项对照使用。（演示文件，内容由我们编写。）',
  '一、任期届满前六个月：核对任期，提醒支部委员会启动换届。',
  '二、形成换届请示：说明现任委员会情况、换届时间、委员名额和差额办法，报上级党组织。',
  '三、收到批复后：组织党员酝酿提名，按规定进行考察，形成候选人预备人选并报批。',
  '四、召开党员大会：清点人数，确认到会有选举权人数达到应到会人数的五分之四；宣读选举办法；推选监票人、计票人；投票、计票、宣布结果。',
  '五、召开新一届委员会第一次会议：选举书记、副书记，明确分工。',
  '六、会后：将选举结果报上级党组织，整理会议记录、选票统计和有关文件，归档保存。',
]

export const branchPaper: readonly string[] = [
  '本手册供支部委员随手查用。（演示文件，内容由我们编写。）',
  '一、全年安排：年初列出党员大会、支部委员会会议、党小组会、党课、主题党日的时间表，发给每位党员。',
  '二、会议记录：写明时间、地点、主持、记录、应到实到、议题、发言要点、议定事项。',
  '三、请假与补学：请假的党员两周内补学，由组织委员核对。',
  '四、年终：召开组织生活会，开展民主评议，形成支部一年工作小结。',
]

export const audioTranscript =
  '（演示录音以合成音代替人声，内容如下。）各位同事：支部工作贵在经常。把会开在点上，把事记在账上，把人放在心上，一年下来，支部就有了凝聚力。'
