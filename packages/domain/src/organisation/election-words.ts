import type { Wording } from '../access/words.ts'
import type { ElectionWarning } from './election.ts'
import type { ElectionHolder, ElectionStep } from './election-course.ts'

/** A step as the act that it is. */
export const electionStepWords: Wording<ElectionStep> = {
  'zh-CN': {
    request: '报送换届请示',
    reply: '批复换届请示',
    reject: '退回请示',
    vet: '审查候选人预备人选',
    meet: '召开选举大会',
    convene: '召开委员会第一次会议',
    result: '登记选举结果',
    confirm: '批准书记副书记、委员备案',
  },
  en: {
    request: 'Request the election',
    reply: 'Reply to the request',
    reject: 'Send the request back',
    vet: 'Vet the candidates',
    meet: 'Hold the meeting',
    convene: 'Hold the first committee meeting',
    result: 'Record the result',
    confirm: 'Approve and file the result',
  },
}

/** How far an election is, by its last step. */
export const electionStageWords: Wording<ElectionStep | 'none'> = {
  'zh-CN': {
    none: '尚未请示',
    request: '请示已报',
    reply: '请示已批复',
    reject: '请示已退回',
    vet: '人选已审查',
    meet: '选举大会已召开',
    convene: '第一次会议已召开',
    result: '结果已登记',
    confirm: '已批准备案',
  },
  en: {
    none: 'Not requested yet',
    request: 'Requested',
    reply: 'Request approved',
    reject: 'Request sent back',
    vet: 'Candidates vetted',
    meet: 'Meeting held',
    convene: 'First committee meeting held',
    result: 'Result recorded',
    confirm: 'Approved and filed',
  },
}

/** Who has the next step. */
export const electionHolderWords: Wording<ElectionHolder> = {
  'zh-CN': {
    society: '由学会办理',
    association: '由科协办理',
    supportingUnit: '由支撑单位党组织办理，科协登记',
    other: '由所归属单位党组织办理，科协登记',
  },
  en: {
    society: 'the society has it',
    association: 'the association has it',
    supportingUnit: 'the supporting unit has it; the association enters it',
    other: 'the unit it belongs to has it; the association enters it',
  },
}

export const electionWarningWords: Wording<ElectionWarning> = {
  'zh-CN': {
    'election-places-left':
      '当选 {elected} 人，少于应选 {places} 名：不足的名额另行选举；接近应选名额的，经半数以上选举人同意也可减少名额（《中国共产党基层组织选举工作条例》）。',
    'election-needs-delegates':
      '应到 {from} 人及以上，一般召开党员代表大会，须经上级批准（《中国共产党基层组织选举工作条例》）。',
    'election-held-late': '换届应在 {date} 前进行，延期换届须经上级批准（《中国共产党基层组织选举工作条例》）。',
    'election-held-early': '换届应在 {date} 前后进行，提前换届须经上级批准（《中国共产党基层组织选举工作条例》）。',
    'election-moved-far': '延期一般不超过一年（至 {date}），请核对批准文件（《中国共产党基层组织选举工作条例》）。',
  },
  en: {
    'election-places-left':
      '{elected} are elected for {places} places: the rest are elected anew; where few are missing, half of the electors may agree to fewer places (regulations on elections of grass-roots organisations).',
    'election-needs-delegates':
      'With {from} entitled or more a congress of delegates is usual, with approval (regulations on elections of grass-roots organisations).',
    'election-held-late':
      'The election was due by {date}; a late one needs approval (regulations on elections of grass-roots organisations).',
    'election-held-early':
      'The election is due about {date}; an early one needs approval (regulations on elections of grass-roots organisations).',
    'election-moved-far':
      'An election is usually delayed by a year at most (to {date}): check the approval (regulations on elections of grass-roots organisations).',
  },
}
