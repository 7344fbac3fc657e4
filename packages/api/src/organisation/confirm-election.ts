import { electionStep } from './election-step.ts'

export const confirmElection = electionStep('organisation.confirm-election')
