import { addDays, daysBetween, type LocalDate, type UnitId } from '@dangjian/domain/access'
import type { ClauseId, PlanOutline, Task } from '@dangjian/domain/tasks'
import type { DemoTraining } from './training.ts'

export type DemoTask = Pick<Task, 'title' | 'kind' | 'clauseIds' | 'audience' | 'dueOn' | 'evidence' | 'training'>

/** Tasks by when they go out: with the plan, some months ago, some weeks ago, and not yet. */
export interface DemoTasks {
  readonly opening: readonly DemoTask[]
  readonly early: readonly DemoTask[]
  readonly late: readonly DemoTask[]
  readonly drafts: readonly DemoTask[]
}

type Evidence = readonly (readonly [label: string, kind: 'file' | 'text'])[]

/**
 * The demo's tasks, each for clauses of the invented document; a few clauses stay without one. Whatever day it is, all
 * of them are due within the year, from its beginning on.
 */
export function demoTasksOf(
  outline: PlanOutline,
  today: LocalDate,
  chosen: readonly UnitId[],
  training: DemoTraining,
): DemoTasks {
  const items = outline.sections.flatMap((section) => section.items)
  /** `[1, 0, 2]` is the first and the third clause of item 1. */
  const clauses = ([number, ...places]: readonly number[]): ClauseId[] => {
    const item = items.find((each) => each.number === number)
    return places.map((place) => {
      const clause = item?.clauses[place]
      if (!clause) throw new Error(`The demo's document has no clause ${place} in item ${number}`)
      return clause.id
    })
  }
  const task = (
    title: string,
    kind: Task['kind'],
    at: readonly number[],
    days: number,
    evidence: Evidence,
    over: Partial<DemoTask> = {},
  ): DemoTask => ({
    title,
    kind,
    clauseIds: clauses(at),
    audience: { kind: 'all' },
    dueOn: withinYear(today, days),
    evidence: evidence.map(([label, form], index) => ({ key: `e${index + 1}`, label, kind: form })),
    training: null,
    ...over,
  })
  const course = (place: number): DemoTask['training'] => {
    const courseId = training.courseIds[place]
    return courseId ? { courseId, posts: ['secretary', 'cadre'], share: 80 } : null
  }
  /** Due when that share of the year so far had passed. */
  const earlier = (share: number): number => -Math.ceil(daysBetween(firstOf(today), today) * (1 - share))
  return {
    opening: [
      task('报送全年学习安排', 'study', [1, 0], earlier(0.06), [['学习安排表', 'file']]),
      task('明确全年党建工作分工', 'discipline', [11, 0], earlier(0.13), [['工作分工表', 'file']]),
      task('核对党组织任期', 'organisation', [5, 0], earlier(0.21), [['任期核对表', 'file']]),
      task('报送党建课题选题', 'research', [9, 0], earlier(0.29), [['选题说明', 'text']], {
        audience: { kind: 'category', categories: ['science', 'interdisciplinary'] },
      }),
      task('举办一次主题党日', 'organisation', [6, 2], earlier(0.38), [['活动照片', 'file']], {
        audience: { kind: 'category', categories: ['engineering', 'medicine'] },
      }),
      task('走访一线科技工作者', 'service', [8, 0], earlier(0.46), [['走访情况', 'text']]),
      task('新任党务干部名单报送', 'training', [3, 1], earlier(0.54), [['名单', 'file']], {
        audience: { kind: 'chosen', unitIds: [...chosen] },
      }),
      task('推荐党课主讲人', 'study', [2, 0], earlier(0.63), [['推荐表', 'file']]),
      task('开展一次集中研讨', 'study', [1, 0], earlier(0.71), [['研讨记录', 'file']]),
    ],
    early: [
      task('报送上半年读书班开展情况', 'study', [1, 0, 2], -76, [
        ['学习记录', 'file'],
        ['上半年小结', 'text'],
      ]),
      task('报送任期届满党组织的换届安排', 'organisation', [5, 0, 1, 2], -48, [['换届方案', 'file']]),
      task('公布年度实事清单', 'service', [7, 0, 1], -24, [
        ['实事清单', 'file'],
        ['公布情况说明', 'text'],
      ]),
      task('书记讲一次党课', 'study', [2, 0, 2], -5, [
        ['党课讲稿', 'file'],
        ['现场照片', 'file'],
      ]),
      task('支部书记和党务干部学完入门课程', 'training', [3, 0, 1], 12, [], { training: course(0) }),
      task('更新与支撑单位的共建协议', 'organisation', [6, 2], 5, [['共建协议', 'file']], {
        audience: { kind: 'category', categories: ['engineering', 'medicine'] },
      }),
      task('尚未建立党委的学会完成申请', 'organisation', [4, 0], 20, [['申请报告', 'file']], {
        audience: { kind: 'lacking', tier: 1 },
      }),
      task('登记宣传阵地的负责人和审核规则', 'publicity', [10, 0, 1], 3, [['宣传阵地登记表', 'file']]),
    ],
    late: [
      task('对照两张清单开展年度自查', 'discipline', [11, 0, 1], 16, [
        ['自查报告', 'file'],
        ['问题台账', 'file'],
      ]),
      task('分支机构党员底数摸排', 'organisation', [4, 1, 2], 9, [['摸排情况表', 'file']]),
      task('认识三层组织：党务干部专题学习', 'training', [3, 0], 26, [], { training: course(1) }),
      task('推荐一线科技工作者事迹', 'publicity', [8, 0], 24, [
        ['事迹材料', 'file'],
        ['推荐理由', 'text'],
      ]),
      task('试点学会建设科学家精神教育基地', 'publicity', [8, 1, 2], 38, [['建设方案', 'file']], {
        audience: { kind: 'chosen', unitIds: [...chosen] },
      }),
      task('党建课题结题报送', 'research', [9, 0, 1], 31, [['结题报告', 'file']], {
        audience: { kind: 'category', categories: ['science', 'interdisciplinary'] },
      }),
    ],
    drafts: [
      task('召开组织生活会并开展民主评议', 'organisation', [6, 1], 36, [['会议记录', 'file']]),
      task('报送年度党建工作报告', 'report', [11, 2], 45, [['年度报告', 'file']]),
    ],
  }
}

function firstOf(day: LocalDate): LocalDate {
  return `${day.slice(0, 4)}-01-01` as LocalDate
}

function withinYear(today: LocalDate, days: number): LocalDate {
  const [day, first, last] = [addDays(today, days), firstOf(today), `${today.slice(0, 4)}-12-31` as LocalDate]
  return day < first ? first : day > last ? last : day
}
