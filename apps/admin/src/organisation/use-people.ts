import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useApi } from '@dangjian/door/api'
import type { PeopleAsked } from './organisation-data.ts'

/** People page by page; how many they are in all is asked for apart, once there are more than the page has. */
export function usePeople(asked: PeopleAsked | undefined, limit?: number) {
  const api = useApi()
  const enabled = asked !== undefined
  const people = useInfiniteQuery({
    ...api.organisation.listPeople.infiniteQueryOptions(
      { ...asked!, limit },
      { getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined },
    ),
    enabled,
    placeholderData: (before) => before,
  })
  const rows = people.data?.pages.flatMap((page) => page.rows) ?? []
  const counted = useQuery({
    ...api.organisation.countPeople.queryOptions(asked!),
    enabled: enabled && people.hasNextPage && !people.isPlaceholderData,
  })
  return { people, rows, total: people.hasNextPage ? counted.data : rows.length }
}
