import { createHash } from 'node:crypto'
import type { FileId, Instant, PersonId, UnitId } from '@dangjian/domain/access'
import type { FileTable } from '@dangjian/db/access/tables'
import { textPdf } from '@dangjian/formats/tasks/text-pdf'
import { meetingPicture } from './picture.ts'

/** A file's content as it will lie in the store, and what people would have called it. */
export interface DemoContent extends Pick<FileTable, 'sha256' | 'size' | 'mediaType'> {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The files that the demo's societies may show for their work: one content is referred to by many. */
export async function makeDemoContents(): Promise<readonly DemoContent[]> {
  const contents: [string, string, Uint8Array | string][] = [
    ['学习.pdf', 'application/pdf', await textPdf('学习情况报告', REPORT)],
    ['材料.pdf', 'application/pdf', await textPdf('学会党建工作材料', MATERIAL)],
    ['照片.png', 'image/png', meetingPicture(1)],
    ['照片.png', 'image/png', meetingPicture(2)],
    ['照片.png', 'image/png', meetingPicture(3)],
    ['清单.txt', 'text/plain', LIST],
  ]
  return contents.map(([name, mediaType, content]) => {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return { name, mediaType, sha256, size: bytes.byteLength, bytes }
  })
}

/** What the label of a wanted piece says of its content; anything else is a paper of the usual kind. */
const KINDS: readonly [RegExp, string][] = [
  [/照片/, '照片'],
  [/学习|讲稿/, '学习'],
  [/清单|台账|表$/, '清单'],
]

/** A content that could be what is wanted, under its name. */
export function contentFor(contents: readonly DemoContent[], label: string, draw: number): DemoContent {
  const kind = KINDS.find(([words]) => words.test(label))?.[1] ?? '材料'
  const fitting = contents.filter(({ name }) => name.startsWith(kind))
  const content = fitting[Math.floor(draw * fitting.length)]
  if (!content) throw new Error(`The demo has nothing to show for ${label}`)
  return { ...content, name: `${label}${content.name.slice(content.name.lastIndexOf('.'))}` }
}

export function demoFile(
  { name, mediaType, sha256, size }: DemoContent,
  given: { readonly id: FileId; readonly unitId: UnitId; readonly by: PersonId; readonly at: Instant },
): FileTable {
  return {
    id: given.id,
    ...{ name, mediaType, sha256, size },
    purpose: 'evidence',
    unitId: given.unitId,
    audience: 'unit',
    createdBy: given.by,
    createdAt: given.at,
  }
}

const REPORT = [
  '按照年度工作计划，学会党委组织了集中学习，办事机构党支部和各工作小组分别开展了讨论。（演示文件，内容均为虚构。）',
  '一是学习安排到位。党委会专题研究学习方案，明确学习篇目、时间和主持人，提前一周通知到人。',
  '二是联系实际讨论。围绕学会怎样服务会员、怎样办好学术会议展开讨论，提出意见十一条，已逐条明确责任人。',
  '三是成果及时转化。把讨论中提出的三件实事列入学会全年重点工作，年底前逐项对照检查。',
  '下一步，学会党委将把集中学习与日常自学结合起来，每季度交流一次体会。',
]

const MATERIAL = [
  '本材料由学会办事机构党支部整理，经学会党委审阅。（演示文件，内容均为虚构。）',
  '一、基本情况。学会党委专题研究了这项工作，明确由一名委员牵头，办事机构党支部具体承办，三个工作小组配合。',
  '二、主要做法。先摸清底数，再列出要办的事项；每件事写明责任人和完成时间，每月对照一次。',
  '三、取得的效果。要办的七件事已办成五件，其余两件按时间安排推进，没有需要上级协调的困难。',
  '四、下一步打算。年底前全部办结，并把行之有效的做法写进学会的制度。',
]

const LIST = `清单（演示文件，内容均为虚构）

1  已办结  办事机构党支部  9 月底前
2  已办结  学术工作小组    10 月底前
3  在办    科普工作小组    11 月底前
4  在办    办事机构党支部  12 月中旬前
`
