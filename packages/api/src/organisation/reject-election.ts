import { electionStep } from './election-step.ts'

export const rejectElection = electionStep('organisation.reject-election')
