import type { Checked, CommandName, CommandResults, QueryName, QueryResults } from '../calls.ts'
import type { Work } from '../store/index.ts'

/** What the rooms give the port server to answer with. */
export interface Handlers {
  readonly commands: CommandHandlers
  readonly queries: QueryHandlers
}

/** Runs inside the command's turn and changes things through `work` alone; throws CallFailure to refuse. */
export type CommandHandlers = {
  readonly [N in CommandName]: (work: Work, input: Checked<N>) => Promise<CommandResults[N]>
}

export interface QueryHandler<Input, Result> {
  run(input: Input): Promise<Result>
  /** Calls `changed` after each commit (or other event) that may change the answer; returns how to stop. */
  watch(changed: () => void, input: Input): () => void
}

export type QueryHandlers = { readonly [N in QueryName]: QueryHandler<Checked<N>, QueryResults[N]> }
