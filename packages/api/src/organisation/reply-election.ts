import { electionStep } from './election-step.ts'

export const replyElection = electionStep('organisation.reply-election')
