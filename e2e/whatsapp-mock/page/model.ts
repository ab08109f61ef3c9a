import { Emitter } from './emitter.ts'

export type Attributes = Record<string, unknown>

/** A model whose attributes are plain properties; `set` tells what changed, as WhatsApp's do. */
export class Model extends Emitter {
  collection: Collection<Model> | undefined

  constructor(attributes: Attributes = {}) {
    super()
    Object.defineProperty(this, 'collection', { enumerable: false, writable: true, value: undefined })
    Object.assign(this, attributes)
  }

  get attributes(): Attributes {
    return Object.fromEntries(Object.entries(this))
  }

  get(name: string): unknown {
    return (this as unknown as Attributes)[name]
  }

  set(name: string | Attributes, value?: unknown): this {
    const patch = typeof name === 'string' ? { [name]: value } : name
    const self = this as unknown as Attributes
    for (const [key, next] of Object.entries(patch)) {
      const previous = self[key]
      if (previous === next) continue
      self[key] = next
      this.#tell(`change:${key}`, next, previous)
    }
    return this
  }

  toJSON(): Attributes {
    return this.attributes
  }

  serialize(): Attributes {
    return this.attributes
  }

  /** Says a change although the value may be the same, which a doubled receipt does. */
  announce(key: string): void {
    this.#tell(`change:${key}`, this.get(key), this.get(key))
  }

  #tell(event: string, ...args: unknown[]): void {
    this.trigger(event, this, ...args)
    this.trigger('change', this)
    this.collection?.trigger(event, this, ...args)
    this.collection?.trigger('change', this)
  }
}

type Keyed = Model & { id: { toString(): string } | string }

export class Collection<M extends Model> extends Emitter {
  readonly _models: M[] = []
  readonly #index = new Map<string, M>()
  readonly modelClass: new (attributes: Attributes) => M

  constructor(modelClass: new (attributes: Attributes) => M) {
    super()
    this.modelClass = modelClass
  }

  get length(): number {
    return this._models.length
  }

  get models(): M[] {
    return this._models
  }

  getModelsArray(): M[] {
    return [...this._models]
  }

  get(id: unknown): M | undefined {
    if (id instanceof Model) return this.get((id as Keyed).id)
    return id === undefined || id === null ? undefined : this.#index.get(String(id))
  }

  assertGet(id: unknown): M {
    const found = this.get(id)
    if (found === undefined) throw new Error(`model not found: ${String(id)}`)
    return found
  }

  /** Resolves with the model or rejects; it never makes one. */
  find(id: unknown): Promise<M> {
    return Promise.resolve().then(() => this.assertGet(id))
  }

  /** An id that is there already keeps its model and says nothing. */
  add(items: M | Attributes | readonly (M | Attributes)[], options: { silent?: boolean } = {}): M[] {
    const list = Array.isArray(items) ? (items as readonly (M | Attributes)[]) : [items as M | Attributes]
    return list.map((item) => {
      const model = item instanceof Model ? item : new this.modelClass(item)
      const id = String((model as unknown as Keyed).id)
      const present = this.#index.get(id)
      if (present !== undefined) return present
      this.#index.set(id, model)
      this._models.push(model)
      model.collection ??= this as unknown as Collection<Model>
      if (options.silent !== true) this.trigger('add', model, this)
      return model
    })
  }

  remove(id: unknown): void {
    const model = this.get(id)
    if (model === undefined) return
    this.#index.delete(String((model as unknown as Keyed).id))
    this._models.splice(this._models.indexOf(model), 1)
    this.trigger('remove', model, this)
  }

  forEach(each: (model: M) => void): void {
    this._models.forEach(each)
  }

  map<T>(each: (model: M) => T): T[] {
    return this._models.map(each)
  }

  filter(keep: (model: M) => boolean): M[] {
    return this._models.filter(keep)
  }

  toArray(): M[] {
    return this.getModelsArray()
  }

  last(): M | undefined {
    return this._models.at(-1)
  }
}
