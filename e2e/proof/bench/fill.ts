import { randomBytes, randomUUID } from 'node:crypto'
import type { Database, Db } from '@dangjian/db/database'
import { enterNames } from '@dangjian/db/organisation/name-gram-store'
import { nameKeyOf } from '@dangjian/db/organisation/pinyin'
import { fillQuickly, insertMany } from '@dangjian/db/testing/insert-many'
import { among } from '../among.ts'
import { randomOf } from '../kill/random.ts'

/** How much stands in an installation of the bench. */
export interface Size {
  readonly units: number
  readonly people: number
  readonly courses: number
}

export const FULL_SIZE: Size = { units: 12_000, people: 100_000, courses: 2_000 }

const YEAR = 2026
const YEAR_START = Date.UTC(YEAR, 0, 5)
const DAY_MS = 86_400_000
/** The commonest surname of all is that of seven people in a hundred. */
const SURNAMES =
  'zhao赵,qian钱,sun孙,li李,zhou周,wu吴,zheng郑,wang王,feng冯,chen陈,chu褚,wei卫,jiang蒋,shen沈,han韩,yang杨'.split(',')
/** The first are borne by many; of a hundred thousand people about seventy thousand have a name of their own. */
const GIVEN =
  `an安,bo博,chen辰,dan丹,en恩,fan帆,ge格,han涵,jia嘉,ke可,lan岚,ming明,ning宁,pei培,qing清,rui睿,shu书,tian天,
wan婉,xin昕,yi怡,ze泽,wei伟,fang芳,na娜,min敏,jing静,li丽,qiang强,lei磊,jun军,yang洋,yong勇,yan艳,jie杰,juan娟,tao涛,chao超,
xia霞,ping平,gang刚,gui桂,ying英,hua华,yu玉,lan兰,hong红,mei梅,xiu秀,zhen珍,hui慧,lin琳,xue雪,dong冬,bin斌,kai凯,hao浩,peng鹏,
xu旭,liang亮,bo波,long龙,guo国,jian建,zhi志,wen文,de德,cheng成,xiang祥,fu福,rong荣,chun春,guang光,hai海,shan山,he河,yun云,
feng风,yue月,xing星,chen晨,yao瑶,qi琪,xuan轩,zi子,mo墨,si思,yuan远,lu露,ya雅,ting婷,dan旦,hang航,kun坤,qian谦,rui瑞,sen森,
song松,tong彤,xi曦,ye叶,zhu竹,jin锦,ling玲,man曼,nian年,qiu秋,sha莎,tai泰,wang望,xiao晓,you佑,zhuo卓`.split(/,\s*/)

/**
 * Fills a database in which the demo was written up to the size of a whole association and a year of its records:
 * working groups with their members and posts, courses, and for six people in ten a course passed, with attempt,
 * answers, hours and certificate. Rows are copied from the demo's own, so they have the shape that the product writes.
 */
export async function fill(db: Db, size: Size, seed: number): Promise<void> {
  await fillQuickly(db, async (tx) => {
    const filler = new Filler(tx, randomOf(seed))
    await filler.readModels()
    await filler.addUnits(size)
    await filler.addCourses(size)
    await filler.flush()
    await enterNames(tx)
  })
}

/** In the order in which they may be written: what is named by another row comes first. */
const ORDER = [
  'unit',
  'unitClosure',
  'unitEvent',
  'person',
  'membership',
  'postHolding',
  'course',
  'courseVersion',
  'enrolment',
  'lessonProgress',
  'attempt',
  'answer',
  'certificate',
  'hourEntry',
  'trainingEvidence',
  'auditEntry',
] as const satisfies readonly (keyof Database)[]
type Table = (typeof ORDER)[number]
type Row = Readonly<Record<string, unknown>>

const BATCH = 5_000

class Filler {
  readonly #tx: Db
  readonly #random: () => number
  readonly #rows = new Map<Table, Row[]>(ORDER.map((table) => [table, []]))
  #models!: Awaited<ReturnType<typeof readModels>>
  #waiting = 0

  constructor(tx: Db, random: () => number) {
    this.#tx = tx
    this.#random = random
  }

  async readModels(): Promise<void> {
    this.#models = await readModels(this.#tx)
  }

  async addUnits({ units, people }: Size): Promise<void> {
    const { societies, group, unitCount, personCount, associationId } = this.#models
    const wanted = Math.max(0, units - unitCount)
    const perUnit = Math.ceil(Math.max(0, people - personCount) / Math.max(1, wanted))
    let left = people - personCount
    for (let n = 0; n < wanted; n += 1) {
      const society = among(societies, n)
      const id = newId(YEAR_START)
      const name = `${society.name}第${n + 1}专业委员会党的工作小组`
      const namePinyin = nameKeyOf(name)
      const place = { parentId: society.id, societyId: society.id, seq: n, code: null }
      this.#add('unit', { ...group, ...place, id, name, namePinyin })
      this.#add('unitClosure', { ancestorId: id, descendantId: id, depth: 0 })
      this.#add('unitClosure', { ancestorId: society.id, descendantId: id, depth: 1 })
      this.#add('unitClosure', { ancestorId: associationId, descendantId: id, depth: 2 })
      this.#add('unitEvent', {
        id: newId(YEAR_START),
        unitId: id,
        action: 'admit',
        toState: 'active',
        happenedOn: group.stateOn,
        recordedAt: YEAR_START,
        recordedBy: null,
        documentNo: null,
        documentFileId: null,
        note: null,
        name,
        affiliation: null,
        parentId: society.id,
      })
      for (let k = 0; k < perUnit && left > 0; k += 1, left -= 1) this.#addPerson(id, k)
      await this.#flushSometimes()
    }
  }

  #addPerson(unitId: string, k: number): void {
    const { person, membership, posts } = this.#models
    const given = () => among(GIVEN, Math.floor(GIVEN.length * this.#random() ** 2))
    const syllables = [among(SURNAMES, this.#below(1_000)), given(), given()]
    const name = syllables.map((each) => each.replace(/[a-z]/g, '')).join('')
    const letters = syllables.map((each) => each.replace(/[^a-z]/g, ''))
    const namePinyin = `${letters.join('')} ${letters.map(([first]) => first).join('')} ${name}`
    const id = newId(YEAR_START)
    this.#add('person', { ...person, id, name, namePinyin })
    this.#add('membership', { ...membership, id: newId(YEAR_START), unitId, personId: id })
    const post = posts[k]
    if (post) this.#add('postHolding', { ...post, id: newId(YEAR_START), unitId, personId: id })
    if (this.#below(10) < 6) this.#addPassedCourse(id, name)
  }

  /** What is left of one person's course: the rows that the demo's own passing left, under new ids. */
  #addPassedCourse(personId: string, personName: string): void {
    const { passed } = this.#models
    const at = YEAR_START + this.#below(300) * DAY_MS + this.#below(DAY_MS)
    const enrolmentId = newId(at)
    const certificateId = newId(at)
    const moved = { startedAt: at - 3_600_000, movedAt: at, passedAt: at }
    this.#add('enrolment', { ...passed.enrolment, ...moved, id: enrolmentId, personId })
    for (const progress of passed.progress) {
      this.#add('lessonProgress', { ...progress, personId, enrolmentId, doneAt: at, movedAt: at })
    }
    const attemptId = newId(at)
    this.#add('attempt', { ...passed.attempt, id: attemptId, personId, enrolmentId, startedAt: at, closedAt: at })
    for (const answer of passed.answers) this.#add('answer', { ...answer, attemptId, savedAt: at })
    this.#add('certificate', {
      ...passed.certificate,
      id: certificateId,
      number: `DJ-${YEAR}-B${randomBytes(5).toString('hex').toUpperCase()}`,
      token: randomBytes(24).toString('base64url'),
      personId,
      personName,
      enrolmentId,
      issuedOn: new Date(at).toISOString().slice(0, 10),
    })
    this.#add('hourEntry', {
      ...passed.hours,
      id: newId(at),
      personId,
      onceKey: `${personId}:${YEAR}:course:${passed.enrolment.courseId}`,
      at,
    })
    const courseId = passed.enrolment.courseId
    this.#add('trainingEvidence', { personId, courseId, enrolmentId, certificateId, passedAt: at })
    this.#add('auditEntry', { ...passed.audited, id: newId(at), at, personId })
  }

  async addCourses({ courses }: Size): Promise<void> {
    const { course, version, courseCount } = this.#models
    for (let n = courseCount; n < courses; n += 1) {
      const at = YEAR_START + this.#below(300) * DAY_MS
      const id = newId(at)
      const latestVersionId = newId(at)
      const title = `${course.title}（第${n}期）`
      this.#add('course', { ...course, id, title, latestVersionId, createdAt: at, updatedAt: at })
      this.#add('courseVersion', { ...version, id: latestVersionId, courseId: id, title, publishedAt: at })
      await this.#flushSometimes()
    }
  }

  #add(table: Table, row: Row): void {
    this.#rows.get(table)?.push(row)
    this.#waiting += 1
  }

  /** A whole number from 0 up to and without `end`. */
  #below(end: number): number {
    return Math.floor(this.#random() * end)
  }

  async #flushSometimes(): Promise<void> {
    if (this.#waiting > 20_000) await this.flush()
  }

  async flush(): Promise<void> {
    for (const [table, waiting] of this.#rows) {
      const rows = waiting.splice(0)
      for (let n = 0; n < rows.length; n += BATCH) {
        await insertMany(this.#tx, table, rows.slice(n, n + BATCH))
      }
    }
    this.#waiting = 0
  }
}

/** One row of each kind that the demo left: what the bench's own rows are copies of. */
async function readModels(db: Db) {
  const count = async (table: 'person' | 'course'): Promise<number> => {
    const counted = db.selectFrom(table).select((eb) => eb.fn.countAll().as('n'))
    return Number((await counted.executeTakeFirstOrThrow()).n)
  }
  const units = await db.selectFrom('unit').selectAll().execute()
  const ofKind = (kind: string) => units.filter((unit) => unit.kind === kind && unit.state === 'active')
  const certificate = await db.selectFrom('certificate').selectAll().limit(1).executeTakeFirstOrThrow()
  const { enrolmentId } = certificate
  const enrolment = await db.selectFrom('enrolment').selectAll().where('id', '=', enrolmentId).executeTakeFirstOrThrow()
  const attempt = await db
    .selectFrom('attempt')
    .selectAll()
    .where('enrolmentId', '=', enrolmentId)
    .where('passed', '=', 1)
    .executeTakeFirstOrThrow()
  const course = await db
    .selectFrom('course')
    .selectAll()
    .where('id', '=', enrolment.courseId)
    .executeTakeFirstOrThrow()
  const posts = await Promise.all(
    (['secretary', 'deputySecretary', 'cadre'] as const).map((post) =>
      db
        .selectFrom('postHolding')
        .selectAll()
        .where('post', '=', post)
        .where('toOn', 'is', null)
        .limit(1)
        .executeTakeFirst(),
    ),
  )
  const association = ofKind('association')[0]
  const group = ofKind('branchWorkingGroup')[0]
  if (!association || !group) throw new Error('The demo has no association or no working group.')
  return {
    associationId: association.id,
    societies: ofKind('society'),
    group,
    unitCount: units.length,
    personCount: await count('person'),
    courseCount: await count('course'),
    person: await db.selectFrom('person').selectAll().limit(1).executeTakeFirstOrThrow(),
    membership: await db.selectFrom('membership').selectAll().limit(1).executeTakeFirstOrThrow(),
    posts: posts.filter((post) => post !== undefined),
    course,
    version: await db
      .selectFrom('courseVersion')
      .selectAll()
      .where('id', '=', enrolment.versionId)
      .executeTakeFirstOrThrow(),
    passed: {
      enrolment,
      certificate,
      attempt,
      audited: {
        ...(await db.selectFrom('auditEntry').selectAll().limit(1).executeTakeFirstOrThrow()),
        ...{ accountId: null, action: 'training.close-attempt', detail: '{}', sealSeq: null },
      },
      answers: await db.selectFrom('answer').selectAll().where('attemptId', '=', attempt.id).execute(),
      progress: await db.selectFrom('lessonProgress').selectAll().where('enrolmentId', '=', enrolmentId).execute(),
      hours: await db
        .selectFrom('hourEntry')
        .selectAll()
        .where('personId', '=', certificate.personId)
        .limit(1)
        .executeTakeFirstOrThrow(),
    },
  }
}

/** A UUIDv7 of that instant: rows of one time stand together, as the product's own do. */
export function newId(at: number): string {
  const hex = Math.floor(at).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7${randomUUID().slice(15)}`
}
