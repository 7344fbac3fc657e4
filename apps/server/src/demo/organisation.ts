import type { Services } from '@dangjian/api/context'
import { insertAccount } from '@dangjian/db/access/account-store'
import { insertFile } from '@dangjian/db/access/file-store'
import type { UnitTable } from '@dangjian/db/organisation/tables'
import {
  addDays,
  addYears,
  localDateOf,
  type AccountId,
  type FileId,
  type LocalDate,
  type PersonId,
  type UnitId,
} from '@dangjian/domain/access'
import { SocietyCategory } from '@dangjian/domain/organisation'
import { demoAccountPlans } from './accounts.ts'
import { drawDemoSociety, drawSociety, type DemoSociety } from './organisation-society.ts'
import { drawElectionCourses } from './organisation-elections.ts'
import { OrganisationDraft } from './organisation-draft.ts'
import { categoryLetters, inventedName, societyFields } from './organisation-names.ts'
import { SeededRandom } from './random.ts'

export type { DemoSociety } from './organisation-society.ts'

/** What the other seeders stand on. */
export interface DemoOrganisation {
  readonly associationId: UnitId
  /** Every society that is active, in the order of the codes, the demo society among them. */
  readonly societies: readonly DemoSociety[]
  /** The society of the demo accounts. */
  readonly demoSociety: DemoSociety & { readonly committeeId: UnitId; readonly officeId: UnitId }
  /** The person behind each demo account, by user name. */
  readonly accounts: Readonly<Record<string, PersonId>>
}

/** The demo accounts' own society, as a place in the list of societies of its category. */
const DEMO_SOCIETY = '智能系统'

/** The association, 210 invented societies with their tiers and people, and the demo accounts in their places. */
export async function seedOrganisation(services: Services, options: { people: number }): Promise<DemoOrganisation> {
  const today = localDateOf(services.clock())
  const draft = new OrganisationDraft(services.newId)
  const random = new SeededRandom(20_260_101)
  const drawing = { draft, random, today }
  const association = drawAssociation(draft, random, today)

  const accounts: Record<string, PersonId> = {}
  for (const plan of demoAccountPlans) accounts[plan.username] = draft.person(plan.name, 'full', 0)
  const account = (username: string): PersonId => {
    const personId = accounts[username]
    if (!personId) throw new Error(`There is no demo account "${username}"`)
    return personId
  }

  const societies: DemoSociety[] = []
  let demoSociety: DemoOrganisation['demoSociety'] | undefined
  for (const category of SocietyCategory.options) {
    for (const [index, field] of societyFields[category].entries()) {
      const code = `${categoryLetters[category]}-${String(index + 1).padStart(2, '0')}`
      const society = drawSocietyUnit(draft, random, association, {
        category,
        code,
        name: `华夏${field}学会`,
        seq: index + 1,
      })
      const isDemo = field === DEMO_SOCIETY
      const drawn = isDemo ? drawDemoSociety(drawing, society, account) : drawSociety(drawing, society)
      if (society.state === 'active') societies.push(drawn)
      if (isDemo && drawn.committeeId && drawn.officeId)
        demoSociety = { ...drawn, committeeId: drawn.committeeId, officeId: drawn.officeId }
    }
  }
  if (!demoSociety) throw new Error('The demo society has no committee or office')

  placeAccounts(
    draft,
    today,
    {
      association: association.id,
      society: demoSociety.id,
      office: demoSociety.officeId,
      workingGroup: demoSociety.groupIds[0] ?? demoSociety.id,
    },
    account,
  )
  drawMorePeople(draft, random, today, options.people)
  drawElectionCourses(draft, today, { societies, superiorId: account('plan') })
  await write(services, draft, accounts, demoSociety.committeeId)
  return { associationId: association.id, societies, demoSociety, accounts }
}

function drawAssociation(draft: OrganisationDraft, random: SeededRandom, today: LocalDate): UnitTable {
  const association = draft.unit({
    kind: 'association',
    tier: null,
    name: '中国科学技术协会',
    state: 'active',
    stateOn: '1958-09-23',
    foundedOn: '1958-09-23',
  })
  draft.event(association.id, { action: 'admit', toState: 'active', happenedOn: '1958-09-23', name: association.name })
  for (let n = 0; n < 12; n += 1) {
    const personId = draft.person(inventedName(random), 'full', 0)
    draft.join(association.id, personId, addDays(today, -random.int(300, 3000)))
  }
  return association
}

function drawSocietyUnit(
  draft: OrganisationDraft,
  random: SeededRandom,
  association: UnitTable,
  own: Pick<UnitTable, 'category' | 'code' | 'name' | 'seq'>,
): UnitTable {
  const foundedOn = `${random.int(1960, 2009)}-${String(random.int(1, 12)).padStart(2, '0')}-${String(random.int(1, 28)).padStart(2, '0')}`
  const renamedOn = random.chance(0.02) ? `${random.int(2023, 2025)}-06-18` : null
  const society = draft.unit({
    kind: 'society',
    tier: null,
    ...own,
    parentId: association.id,
    state: 'active',
    stateOn: foundedOn,
    foundedOn,
  })
  draft.event(society.id, {
    action: 'admit',
    toState: 'active',
    happenedOn: foundedOn,
    name: renamedOn ? society.name.replace('学会', '研究会') : society.name,
  })
  if (renamedOn)
    draft.event(society.id, {
      action: 'rename',
      toState: 'active',
      happenedOn: renamedOn,
      name: society.name,
      documentNo: `华科协〔${renamedOn.slice(0, 4)}〕${random.int(2, 40)}号`,
    })
  return society
}

function placeAccounts(
  draft: OrganisationDraft,
  today: LocalDate,
  places: Readonly<Record<'association' | 'society' | 'office' | 'workingGroup', UnitId>>,
  account: (username: string) => PersonId,
): void {
  const since = addYears(today, -3)
  for (const { username, role, place } of demoAccountPlans) {
    if (place === 'association') draft.join(places.association, account(username), since)
    if (role) draft.grant(places[place], account(username), role, since)
  }
}

/** People beyond the demo's own, spread over the societies: they belong to the society itself and hold no post. */
function drawMorePeople(draft: OrganisationDraft, random: SeededRandom, today: LocalDate, count: number): void {
  const societies = draft.units.filter((unit) => unit.kind === 'society')
  for (let n = 0; n < count; n += 1) {
    const society = societies[n % societies.length]
    const personId = draft.person(inventedName(random), random.chance(0.4) ? 'full' : 'none', 0)
    if (society) draft.join(society.id, personId, addDays(today, -random.int(30, 3000)))
  }
}

async function write(
  services: Services,
  draft: OrganisationDraft,
  accounts: Readonly<Record<string, PersonId>>,
  committeeId: UnitId,
): Promise<void> {
  const now = services.clock()
  // All demo accounts share one password: it is hashed once.
  const passwordHash = await services.passwords.hash(demoAccountPlans[0]?.password ?? '')
  const approval = await services.files.write(new TextEncoder().encode(APPROVAL_TEXT))
  await services.storage.transact(async (tx) => {
    await draft.write(tx)
    for (const { username } of demoAccountPlans) {
      const personId = accounts[username]
      if (!personId) continue
      const id = services.newId() as AccountId
      await insertAccount(tx, {
        id,
        personId,
        username,
        passwordHash,
        passwordChangedAt: now,
        passwordGivenAt: null,
        disabledAt: null,
        createdAt: now,
      })
    }
    const id = services.newId() as FileId
    const createdBy = accounts.plan
    if (!createdBy) return
    await insertFile(tx, {
      id,
      ...approval,
      name: '关于同意成立学会党委的批复.txt',
      mediaType: 'text/plain',
      purpose: 'approval',
      unitId: committeeId,
      audience: 'unit',
      createdBy,
      createdAt: now,
    })
    await tx
      .updateTable('unitEvent')
      .set({ documentFileId: id, recordedBy: createdBy })
      .where('unitId', '=', committeeId)
      .where('action', '=', 'approve')
      .execute()
  })
}

const APPROVAL_TEXT = `关于同意成立学会党委的批复（演示文件）

你会报来的请示收悉。经研究，同意成立学会党委，请按规定做好委员人选酝酿和选举工作，并将结果报备。
`
