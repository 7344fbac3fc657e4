import type { Services } from '@dangjian/api/context'
import { addDays, localDateOf, type FileId, type Instant, type PersonId, type UnitId } from '@dangjian/domain/access'
import { insertFile } from '@dangjian/db/access/file-store'
import { findTask } from '@dangjian/db/tasks/task-store'
import type { Assignment, AssignmentId, Task } from '@dangjian/domain/tasks'
import { act, type Caller } from './act.ts'
import { contentFor, demoFile, type DemoContent } from './assignment-evidence.ts'
import type { DemoOrganisation } from './organisation.ts'
import { inWorkingHours } from './working-day.ts'

const DAY = 86_400_000

interface Work {
  readonly assignment: Assignment
  readonly task: Task
}

/** One society's year as its own people lived it, through the real procedures at instants of the past. */
export async function tellDemoSociety(
  services: Services,
  organisation: DemoOrganisation,
  contents: readonly DemoContent[],
): Promise<void> {
  const story = new Story(services, organisation, contents)
  const today = localDateOf(services.clock())
  const work = await story.workOf(organisation.demoSociety.id)
  const past = work.filter(({ assignment, task }) => assignment.dueOn < today && !task.training)
  const open = work.filter(({ assignment, task }) => assignment.dueOn >= today && !task.training)
  const late = past.pop()
  for (const each of past) await story.close(each)
  if (late) await story.fallBehind(late)
  const [waiting, brokenDown, returned, ready] = open
  if (waiting) await story.submit(waiting, 2)
  if (brokenDown) await story.breakDown(brokenDown)
  if (returned) await story.comeBack(returned)
  if (ready) await story.complete(ready)
  for (const each of work.filter(({ task }) => task.training)) await story.accept(each)
}

class Story {
  readonly #services: Services
  readonly #organisation: DemoOrganisation
  readonly #contents: readonly DemoContent[]
  #file = 0

  constructor(services: Services, organisation: DemoOrganisation, contents: readonly DemoContent[]) {
    this.#services = services
    this.#organisation = organisation
    this.#contents = contents
  }

  async workOf(societyId: UnitId): Promise<Work[]> {
    const { read } = this.#services.storage
    const assignments: Assignment[] = await read
      .selectFrom('assignment')
      .selectAll()
      .where('unitId', '=', societyId)
      .where('state', '=', 'assigned')
      .orderBy('dueOn')
      .orderBy('id')
      .execute()
    const work: Work[] = []
    for (const assignment of assignments) {
      const task = await findTask(read, assignment.taskId)
      if (task) work.push({ assignment, task })
    }
    return work
  }

  /** Days before now, and never before the assignment was there. */
  #daysAgo({ assignment }: Work, days: number): Instant {
    return Math.max(assignment.stateAt + 3_600_000 * (40 - days), this.#services.clock() - days * DAY)
  }

  /** A share of the time between an assignment's giving and its day. */
  #atShare({ assignment }: Work, share: number): Instant {
    const due = Date.parse(`${assignment.dueOn}T08:00:00Z`)
    return Math.round(assignment.stateAt + (due - assignment.stateAt) * share)
  }

  #as(username: string, wearing: UnitId, at: Instant): Promise<Caller> {
    const personId = this.#organisation.accounts[username]
    if (!personId) throw new Error(`There is no demo account "${username}"`)
    return act(this.#services, { personId, wearing }, inWorkingHours(at, this.#services.clock()))
  }

  #society(username: 'society' | 'cadre', at: Instant): Promise<Caller> {
    return this.#as(username, this.#organisation.demoSociety.id, at)
  }

  #reviewer(at: Instant): Promise<Caller> {
    return this.#as('plan', this.#organisation.associationId, at)
  }

  async #upload(username: string, unitId: UnitId, at: Instant, label: string): Promise<FileId> {
    const by = this.#organisation.accounts[username] as PersonId
    const content = contentFor(this.#contents, label, ((this.#file += 1) % 3) / 3)
    const id = this.#services.newId() as FileId
    await this.#services.storage.transact((tx) =>
      insertFile(tx, demoFile(content, { id, unitId, by, at: inWorkingHours(at, this.#services.clock()) })),
    )
    return id
  }

  async accept({ assignment }: Work, at = assignment.stateAt + DAY): Promise<void> {
    const now = Math.min(at, this.#services.clock() - 3_600_000)
    const caller = await this.#society('cadre', now)
    await caller.tasks.acceptAssignment({ assignmentId: assignment.id, rev: assignment.rev })
  }

  async #report(id: AssignmentId, text: string, at: Instant): Promise<void> {
    await (await this.#society('cadre', at)).tasks.reportProgress({ assignmentId: id, text })
  }

  async #attachAll({ assignment, task }: Work, at: Instant): Promise<void> {
    for (const { key, kind, label } of task.evidence) {
      const fileId = kind === 'file' ? await this.#upload('cadre', this.#organisation.demoSociety.id, at, label) : null
      const text = fileId ? '' : `${label}：已由党委会专题研究，明确了负责人和时间；所属组织分头办理，情况已核实。`
      const caller = await this.#society('cadre', at)
      await caller.tasks.attachEvidence({ assignmentId: assignment.id, requirementKey: key, text, fileId })
    }
  }

  async close(work: Work): Promise<void> {
    const { id, rev } = work.assignment
    await this.accept(work, this.#atShare(work, 0.1))
    await this.#report(id, '已列入党委会议题，明确由办事机构党支部牵头。', this.#atShare(work, 0.4))
    await this.#attachAll(work, this.#atShare(work, 0.7))
    const submitter = await this.#society('society', this.#atShare(work, 0.85))
    await submitter.tasks.submitAssignment({ assignmentId: id, rev: rev + 1, text: '材料已齐，请审核。' })
    const reviewer = await this.#reviewer(this.#atShare(work, 0.95))
    await reviewer.tasks.closeAssignment({ assignmentId: id, rev: rev + 2 })
  }

  /** Past its day and not done: reminded of it. */
  async fallBehind(work: Work): Promise<void> {
    const { assignment, task } = work
    await this.accept(work, this.#atShare(work, 0.2))
    await this.#report(assignment.id, '数字还在汇总，两个分支机构尚未报来。', this.#atShare(work, 0.9))
    const reviewer = await this.#reviewer(this.#services.clock() - DAY)
    await reviewer.tasks.remindAssignments({
      taskId: task.id,
      assignmentIds: [assignment.id],
      text: '已过截止日期，请尽快报送；有困难请说明。',
    })
  }

  async complete(work: Work): Promise<void> {
    await this.accept(work, this.#daysAgo(work, 12))
    await this.#report(work.assignment.id, '活动已办完，材料正在整理。', this.#daysAgo(work, 5))
    await this.#attachAll(work, this.#daysAgo(work, 1))
  }

  async submit(work: Work, daysAgo: number): Promise<void> {
    const { id, rev } = work.assignment
    await this.complete(work)
    const submitter = await this.#society('society', this.#daysAgo(work, daysAgo > 1 ? 0.6 : 0.8))
    await submitter.tasks.submitAssignment({ assignmentId: id, rev: rev + 1, text: '本项工作已办完，请审核。' })
  }

  async comeBack(work: Work): Promise<void> {
    const { id, rev } = work.assignment
    await this.submit(work, 1)
    const reviewer = await this.#reviewer(this.#daysAgo(work, 0.3))
    await reviewer.tasks.returnAssignment({
      assignmentId: id,
      rev: rev + 2,
      reason: '请补充参加人数和签到情况，照片请注明时间。',
    })
  }

  /** Given in parts to the office and a working group: one waits, one was returned, one is to be confirmed, one is done. */
  async breakDown(work: Work): Promise<void> {
    const { demoSociety } = this.#organisation
    const { id: assignmentId, dueOn } = work.assignment
    const groupId = demoSociety.groupIds[0]
    await this.accept(work, this.#daysAgo(work, 14))
    const give = async (unitId: UnitId, title: string, day: string): Promise<string> => {
      const caller = await this.#society('society', this.#daysAgo(work, 10))
      const due = day < dueOn ? day : dueOn
      return (await caller.tasks.givePart({ assignmentId, unitId, personId: null, title, dueOn: due })).partId
    }
    const finish = async (
      username: 'office' | 'group',
      unitId: UnitId,
      partId: string,
      report: string,
    ): Promise<void> => {
      const at = this.#daysAgo(work, 3)
      const fileIds = [await this.#upload(username, unitId, at, '签到情况')]
      await (await this.#as(username, unitId, at)).tasks.finishPart({ partId, report, fileIds })
    }
    const today = localDateOf(this.#services.clock())
    await give(demoSociety.officeId, '整理办事机构的情况和数字，写成书面材料', addDays(today, 4))
    const returned = await give(demoSociety.officeId, '在支部会上专题讨论一次，附签到表', addDays(today, 2))
    await finish('office', demoSociety.officeId, returned, '已于周五在支部会上讨论。')
    const confirmer = await this.#society('cadre', this.#daysAgo(work, 1))
    await confirmer.tasks.returnPart({ partId: returned, reason: '请写明参加人数，并附签到表。' })
    if (!groupId) return
    const done = await give(groupId, '在专业委员会会议上专题讨论一次', addDays(today, 6))
    await finish('group', groupId, done, '委员会议期间安排讨论，46 名委员参加，提出意见 8 条。')
    const accepted = await give(groupId, '征集委员的意见和建议', addDays(today, 3))
    await finish('group', groupId, accepted, '发放问卷 60 份，收回 52 份，意见已整理成表。')
    await (await this.#society('cadre', this.#daysAgo(work, 2))).tasks.acceptPart({ partId: accepted })
    await give(groupId, '把意见的办理结果反馈给提出的委员', addDays(today, 5))
  }
}
