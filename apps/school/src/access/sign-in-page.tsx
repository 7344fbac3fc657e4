import { getRouteApi } from '@tanstack/react-router'
import { SignInPage as DoorSignInPage } from '@dangjian/door/access/sign-in-page'

const route = getRouteApi('/sign-in')

export function SignInPage() {
  const { next } = route.useSearch()
  return <DoorSignInPage door="school" next={next} />
}
